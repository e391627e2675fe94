package dev.holdfast.community.points;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads a member's statement, under no lock.
final class StatementStore {
    private static final String BALANCES = """
            select side.account, sum(side.sign * e.amount) as amount
            from community.points_entry e
            cross join lateral (values (e.credit, 1), (e.debit, -1)) as side (account, sign)
            where e.member = :member
            group by side.account
            """;

    private static final String ENDS = """
            select l.expires_at, sum(m.amount) as amount
            from (
              select e.lot, sum(case when e.credit = 'ACTIVE' then e.amount else -e.amount end) as amount
              from community.points_entry e
              where e.member = :member and 'ACTIVE' in (e.credit, e.debit)
              group by e.lot having sum(case when e.credit = 'ACTIVE' then e.amount else -e.amount end) > 0) m
            join community.points_lot l on l.id = m.lot
            group by l.expires_at order by l.expires_at limit :limit
            """;

    private static final String LINES = """
            select e.number, e.at, e.debit, e.credit, e.amount, e.cause, e.subject, l.rule, l.activity
            from community.points_entry e
            join community.points_lot l on l.id = e.lot
            where e.member = :member and e.number < :before
            order by e.number desc limit :limit
            """;

    private final JdbcClient jdbc;

    StatementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Account, Long> balances(String member) {
        Map<Account, Long> balances = new EnumMap<>(Account.class);
        jdbc.sql(BALANCES).param("member", member).query(row -> {
            balances.put(Account.valueOf(row.getString("account")), row.getLong("amount"));
        });
        return balances;
    }

    List<Statement.End> ends(String member, int limit) {
        return jdbc.sql(ENDS)
                .param("member", member)
                .param("limit", limit)
                .query((row, number) -> new Statement.End(PurseStore.instant(row, "expires_at"), row.getLong("amount")))
                .list();
    }

    /// @param before the number of the last line seen
    List<Statement.Line> lines(String member, long before, int limit) {
        return jdbc.sql(LINES)
                .param("member", member)
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> new Statement.Line(
                        row.getLong("number"),
                        PurseStore.instant(row, "at"),
                        Account.valueOf(row.getString("debit")),
                        Account.valueOf(row.getString("credit")),
                        row.getLong("amount"),
                        Cause.valueOf(row.getString("cause")),
                        row.getString("rule"),
                        row.getString("activity"),
                        row.getString("subject")))
                .list();
    }
}
