package dev.holdfast.community.points;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Adds the whole ledger up, by account, rule and month of expiry.
///
/// A million entries take most of a second to add, and a report is asked for at any time. So what is older is folded
/// into sums, and a report adds the rows behind the fold. The table is locked against writing while a fold begins: then
/// no row can still come with a number below those it sees. The lock is asked for with a short patience, because
/// whoever writes waits behind it.
final class ReportStore {
    /// Entries in one fold: some 100 ms, for which nobody's points can move.
    static final int MAX_FOLD = 20_000;

    private static final String ENTRIES = """
            select side.account, l.rule, cast(date_trunc('month', l.expires_at at time zone 'UTC') as date) as month,
              sum(side.sign * e.amount) as amount
            from community.points_entry e
            join community.points_lot l on l.id = e.lot
            cross join lateral (values (e.credit, 1), (e.debit, -1)) as side (account, sign)
            """;

    private static final String REPORT = """
            select t.account, t.rule, t.month, sum(t.amount) as amount
            from (
              select s.account, s.rule, s.month, s.amount from community.points_sum s
              union all
            """ + ENTRIES + """
              where e.number > :folded
              group by side.account, l.rule, month) t
            group by t.account, t.rule, t.month
            order by t.month, t.rule, t.account
            """;

    /// The same from nothing but the entries.
    static final String AGAIN = ENTRIES + " group by side.account, l.rule, month order by month, l.rule, account";

    /// No fold moves it until the report was added up. Its number goes into the report as a value: behind a sub-select
    /// the planner takes a third of the ledger for the rows behind the fold, and reads all of it.
    private static final String STAYS = "select number from community.points_folded for share";

    private static final String PATIENCE = "set local lock_timeout = '100ms'";
    private static final String NOBODY_WRITES = "lock table community.points_entry in share mode";
    private static final String ONE_FOLDS = "select number from community.points_folded for update";

    private static final String LAST = """
            select coalesce(max(n.number), :folded) from (
              select e.number from community.points_entry e where e.number > :folded order by e.number limit :limit) n
            """;

    private static final String FOLD = """
            insert into community.points_sum as s (account, rule, month, amount)
            """ + ENTRIES + """
            where e.number > :folded and e.number <= :last
            group by side.account, l.rule, month
            on conflict (account, rule, month) do update set amount = s.amount + excluded.amount
            """;

    /// By the two ends of the key; numbers that were never used count along.
    private static final String BEHIND = """
            select coalesce((select max(e.number) from community.points_entry e), 0)
              - (select f.number from community.points_folded f)
            """;

    private static final String FOLDED = "update community.points_folded set number = :last";

    private final JdbcClient jdbc;

    ReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Joins the running transaction.
    List<PointsReport.Sum> report() {
        long folded = jdbc.sql(STAYS).query(Long.class).single();
        return sums(jdbc.sql(REPORT).param("folded", folded));
    }

    List<PointsReport.Sum> addedAgain() {
        return sums(jdbc.sql(AGAIN));
    }

    private static List<PointsReport.Sum> sums(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, number) -> new PointsReport.Sum(
                        Account.valueOf(row.getString("account")),
                        row.getString("rule"),
                        row.getObject("month", LocalDate.class),
                        row.getLong("amount")))
                .list();
    }

    /// About how many entries are behind the fold.
    long behind() {
        return jdbc.sql(BEHIND).query(Long.class).single();
    }

    /// Joins the running transaction, and fails it when the table cannot be had at once.
    ///
    /// @return how far it was folded now, less how far it was before
    long fold() {
        jdbc.sql(PATIENCE).update();
        jdbc.sql(NOBODY_WRITES).update();
        long folded = jdbc.sql(ONE_FOLDS).query(Long.class).single();
        long last = jdbc.sql(LAST)
                .param("folded", folded)
                .param("limit", MAX_FOLD)
                .query(Long.class)
                .single();
        if (last > folded) {
            jdbc.sql(FOLD).param("folded", folded).param("last", last).update();
            jdbc.sql(FOLDED).param("last", last).update();
        }
        return last - folded;
    }
}
