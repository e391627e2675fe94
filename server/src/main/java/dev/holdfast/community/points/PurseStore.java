package dev.holdfast.community.points;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of purses: lots, entries, and what is due.
final class PurseStore {
    /// Held until the transaction ends. Two members whose names hash alike wait for one another, and that is all.
    static final String LOCK = "select 1 from (select pg_advisory_xact_lock(4017236, hashtext(:member))) as locked";

    /// Lots in which something still may move, and those asked for besides. A sum over the member's own entries, by
    /// their index: 40,000 of them are read in some 20 ms, and nobody earns that many in a decade.
    private static final String LOTS = """
            with moved as (
              select e.lot, side.account, sum(side.sign * e.amount) as amount
              from community.points_entry e
              cross join lateral (values (e.credit, 1), (e.debit, -1)) as side (account, sign)
              where e.member = :member
              group by e.lot, side.account)
            select l.id, l.activity, l.active_at, l.expires_at, l.owes_spent, c.lot is not null as clawed_back,
              m.account, m.amount
            from moved m
            join community.points_lot l on l.id = m.lot
            left join community.points_clawback c on c.lot = l.id
            where m.amount <> 0
              and (m.lot = any(:besides) or m.lot in (
                select o.lot from moved o
                where o.amount <> 0 and o.account in ('PENDING', 'ACTIVE', 'RESERVED', 'OWED')))
            order by l.id
            """;

    private static final String EARNED_THAT_DAY = """
            select coalesce(sum(l.amount), 0) from community.points_lot l
            where l.member = :member and l.rule = :rule and l.day = cast(:day as date)
            """;

    private static final String MAKE = """
            insert into community.points_lot
              (member, rule, version, activity, asked, amount, day, earned_at, active_at, expires_at, owes_spent)
            values (:member, :rule, :version, :activity, :asked, :amount, cast(:day as date), :now, :active, :expires,
              :owes)
            returning id
            """;

    private static final String OF_ACTIVITY = """
            select l.id, l.member, l.rule, l.version, l.activity, l.asked, l.amount, l.earned_at, l.active_at,
              l.expires_at, c.lot is not null as clawed_back
            from community.points_lot l left join community.points_clawback c on c.lot = l.id
            where l.rule = :rule and l.activity = :activity
            """;

    /// As many rows as the act has parts: a few, in one statement.
    private static final String APPEND = """
            insert into community.points_entry (lot, member, debit, credit, amount, cause, subject, at)
            select e.lot, :member, e.debit, e.credit, e.amount, e.cause, e.subject, :at
            from unnest(:lots::bigint[], :debits::text[], :credits::text[], :amounts::bigint[], :causes::text[],
              :subjects::text[]) with ordinality as e (lot, debit, credit, amount, cause, subject, place)
            order by e.place
            """;

    private static final String NO_LONGER_DUE = "delete from community.points_due where lot = :lot";

    private static final String DUE = """
            insert into community.points_due as d (lot, member, at) values (:lot, :member, :at)
            on conflict (lot) do update set at = excluded.at
            """;

    private static final String DUE_NOW = """
            select distinct d.member from (
              select member from community.points_due where at <= :now order by at limit :limit) d
            """;

    private static final String CLAW_BACK = """
            insert into community.points_clawback (lot, reason, operator, at) values (:lot, :reason, :operator, :at)
            on conflict do nothing
            """;

    /// What a reservation put aside, by lot.
    private static final String PARTS = """
            select e.lot, sum(e.amount) as amount from community.points_entry e
            where e.subject = :subject and e.cause = 'RESERVED' group by e.lot order by e.lot
            """;

    private final JdbcClient jdbc;
    private final String lock;

    PurseStore(JdbcClient jdbc) {
        this(jdbc, LOCK);
    }

    /// @param lock how a member is locked: a race without it shows what it is worth
    PurseStore(JdbcClient jdbc, String lock) {
        this.jdbc = jdbc;
        this.lock = lock;
    }

    /// Locks the member until the running transaction ends, and reads what they have.
    Purse lock(String member, Collection<Long> besides) {
        lock(member);
        Map<Long, Lot> lots = new LinkedHashMap<>();
        jdbc.sql(LOTS)
                .param("member", member)
                .param("besides", besides.toArray(Long[]::new))
                .query(row -> {
                    Lot lot = lots.get(row.getLong("id"));
                    if (lot == null) {
                        lot = lot(row);
                        lots.put(lot.id(), lot);
                    }
                    lot.add(Account.valueOf(row.getString("account")), row.getLong("amount"));
                });
        return new Purse(List.copyOf(lots.values()));
    }

    void lock(String member) {
        jdbc.sql(lock).param("member", member).query(Integer.class).single();
    }

    private static Lot lot(ResultSet row) throws SQLException {
        return new Lot(
                row.getLong("id"),
                row.getString("activity"),
                instant(row, "active_at"),
                instant(row, "expires_at"),
                row.getBoolean("owes_spent"),
                row.getBoolean("clawed_back"));
    }

    long earnedThatDay(Earning.Activity activity, String day) {
        return jdbc.sql(EARNED_THAT_DAY)
                .param("member", activity.member())
                .param("rule", activity.rule())
                .param("day", day)
                .query(Long.class)
                .single();
    }

    /// A lot as it begins, with nothing in it yet.
    Lot make(NewLot lot) {
        long id = jdbc.sql(MAKE)
                .param("member", lot.member())
                .param("rule", lot.rule())
                .param("version", lot.version())
                .param("activity", lot.activity())
                .param("asked", lot.asked())
                .param("amount", lot.amount())
                .param("day", lot.day())
                .param("now", Timestamp.from(lot.earnedAt()))
                .param("active", Timestamp.from(lot.activeAt()))
                .param("expires", Timestamp.from(lot.expiresAt()))
                .param("owes", lot.owesSpent())
                .query(Long.class)
                .single();
        return new Lot(id, lot.activity(), lot.activeAt(), lot.expiresAt(), lot.owesSpent(), false);
    }

    Optional<Earned> ofActivity(String rule, String activity) {
        return jdbc.sql(OF_ACTIVITY)
                .param("rule", rule)
                .param("activity", activity)
                .query((row, number) -> new Earned(
                        row.getLong("id"),
                        row.getString("member"),
                        row.getString("rule"),
                        row.getInt("version"),
                        row.getString("activity"),
                        row.getLong("asked"),
                        row.getLong("amount"),
                        instant(row, "earned_at"),
                        instant(row, "active_at"),
                        instant(row, "expires_at"),
                        row.getBoolean("clawed_back")))
                .optional();
    }

    /// Writes down what moved, and when something moves next.
    void append(String member, Purse purse, Instant at) {
        List<Entry> entries = purse.entries();
        if (entries.isEmpty()) {
            return;
        }
        jdbc.sql(APPEND)
                .param("member", member)
                .param("at", Timestamp.from(at))
                .param("lots", entries.stream().map(Entry::lot).toArray(Long[]::new))
                .param(
                        "debits",
                        entries.stream().map(entry -> entry.debit().name()).toArray(String[]::new))
                .param(
                        "credits",
                        entries.stream().map(entry -> entry.credit().name()).toArray(String[]::new))
                .param("amounts", entries.stream().map(Entry::amount).toArray(Long[]::new))
                .param(
                        "causes",
                        entries.stream().map(entry -> entry.cause().name()).toArray(String[]::new))
                .param("subjects", entries.stream().map(Entry::subject).toArray(String[]::new))
                .update();
        List<Long> touched = entries.stream().map(Entry::lot).distinct().toList();
        purse.lots().stream().filter(lot -> touched.contains(lot.id())).forEach(lot -> due(member, lot));
    }

    private void due(String member, Lot lot) {
        Instant due = lot.due();
        if (due == null) {
            jdbc.sql(NO_LONGER_DUE).param("lot", lot.id()).update();
        } else {
            jdbc.sql(DUE)
                    .param("lot", lot.id())
                    .param("member", member)
                    .param("at", Timestamp.from(due))
                    .update();
        }
    }

    /// Members for whom something is due, the longest first.
    List<String> due(Instant now, int limit) {
        return jdbc.sql(DUE_NOW)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, number) -> row.getString("member"))
                .list();
    }

    /// @return false when it was taken back before
    boolean clawBack(long lot, String reason, String operator, Instant at) {
        return jdbc.sql(CLAW_BACK)
                        .param("lot", lot)
                        .param("reason", reason)
                        .param("operator", operator)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    Map<Long, Long> parts(String subject) {
        Map<Long, Long> parts = new LinkedHashMap<>();
        jdbc.sql(PARTS).param("subject", subject).query(row -> {
            parts.put(row.getLong("lot"), row.getLong("amount"));
        });
        return parts;
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
