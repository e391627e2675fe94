package dev.holdfast.member.mail;

import static dev.holdfast.kernel.SqlTime.instant;
import static dev.holdfast.kernel.SqlTime.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of the mail queue.
///
/// A row is leased by moving its next attempt into the future, in a transaction that is over before the mail server is
/// spoken to; what a crashed instance had leased comes due again by itself. `infinity` means that it is over: refused,
/// or nothing left to be said.
final class MailStore {
    /// Somebody sits in front of a screen and waits for it; all other mail comes after.
    static final int AWAITED = 0;

    static final int NEWS = 1;

    /// The table of addresses decides who can be written to; whoever has none is told by the order's page alone.
    /// One look-up an item: with `offset 0` the planner may not turn it into a scan of everybody's address.
    private static final String QUEUE = """
            insert into member.mail (news, member, kind, facts, urgency, queued_at, next_attempt_at)
            select n.news, n.member, :kind, n.facts, 1, :now, :now
            from unnest(:news::text[], :members::text[], :facts::text[]) as n (news, member, facts)
            cross join lateral (select from member.address a where a.member = n.member offset 0) as reachable
            on conflict (news, member) do nothing""";

    private static final String QUEUE_ONE = """
            insert into member.mail (news, member, address, kind, facts, urgency, queued_at, next_attempt_at)
            values (:news, '', :address, :kind, :facts, 0, :now, :now)""";

    /// The rows are chosen once, before any is touched: in a subquery they may be chosen anew for each row of the outer
    /// table, and then more of them than asked for.
    private static final String LEASE = """
            with due as materialized (
              select number from member.mail
              where sent_at is null and urgency = :urgency and next_attempt_at <= :now
              order by next_attempt_at
              limit :max
              for update skip locked)
            update member.mail m set attempts = m.attempts + 1, next_attempt_at = :until
            from due
            where m.number = due.number
            returning m.number, m.news, m.member, m.kind, m.facts, m.queued_at, m.attempts,
              coalesce(m.address, (select a.address from member.address a where a.member = m.member)) as address,
              (select a.language from member.address a where a.member = m.member) as language""";

    private static final String SENT = """
            update member.mail set sent_at = :now, last_fault = null where number = :number and sent_at is null""";

    private static final String RETRY = """
            update member.mail set next_attempt_at = :again, last_fault = :fault
            where number = :number and sent_at is null""";

    private static final String GIVE_UP = """
            update member.mail set next_attempt_at = 'infinity', last_fault = :fault
            where number = :number and sent_at is null""";

    private static final String PAGE = """
            select m.number, m.news, m.member, m.kind, m.facts, m.queued_at, m.attempts,
              coalesce(m.address, a.address) as address, a.language, m.sent_at, m.last_fault,
              m.next_attempt_at = 'infinity' as over
            from member.mail m left join member.address a on a.member = m.member
            where m.number < :before order by m.number desc limit :max""";

    private static final String FATES = """
            select news, sent_at is not null as sent, next_attempt_at = 'infinity' as over
            from member.mail where news = any (:news)""";

    /// Looks at the oldest rows only, so it costs the same whatever the table holds.
    private static final String FORGET = """
            delete from member.mail where number in (
              select number from (select number, queued_at from member.mail order by number limit :max) as oldest
              where queued_at < :before)""";

    /// A mail server may answer with a page of text.
    private static final int MAX_FAULT = 500;

    private final JdbcClient jdbc;

    MailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A letter that this instance alone may send until its lease is over.
    record Leased(
            long number,
            String news,
            String member,
            @Nullable String address,
            @Nullable String language,
            String kind,
            String facts,
            Instant queuedAt,
            int attempts) {}

    /// A letter as an operator sees it.
    record Row(
            Leased letter,
            @Nullable Instant sentAt,
            boolean isOver,
            @Nullable String fault) {}

    /// Joins the running transaction.
    int queue(String kind, List<Mails.Item> items, Instant now) {
        return jdbc.sql(QUEUE)
                .param("kind", kind)
                .param("news", items.stream().map(Mails.Item::news).toArray(String[]::new))
                .param("members", items.stream().map(Mails.Item::member).toArray(String[]::new))
                .param("facts", items.stream().map(Mails.Item::facts).toArray(String[]::new))
                .param("now", utc(now))
                .update();
    }

    void queueAwaited(String news, MailAddress address, String kind, String facts, Instant now) {
        jdbc.sql(QUEUE_ONE)
                .param("news", news)
                .param("address", address.text())
                .param("kind", kind)
                .param("facts", facts)
                .param("now", utc(now))
                .update();
    }

    List<Leased> lease(int urgency, int max, Instant now, Duration lease) {
        return jdbc.sql(LEASE)
                .param("urgency", urgency)
                .param("now", utc(now))
                .param("until", utc(now.plus(lease)))
                .param("max", max)
                .query((row, number) -> leased(row))
                .list();
    }

    void sent(long number, Instant now) {
        jdbc.sql(SENT).param("number", number).param("now", utc(now)).update();
    }

    void retry(long number, String fault, Instant again) {
        jdbc.sql(RETRY)
                .param("number", number)
                .param("fault", shortened(fault))
                .param("again", utc(again))
                .update();
    }

    /// Never tried again by itself.
    void giveUp(long number, String fault) {
        jdbc.sql(GIVE_UP)
                .param("number", number)
                .param("fault", shortened(fault))
                .update();
    }

    List<Row> page(long before, int max) {
        return jdbc.sql(PAGE)
                .param("before", before)
                .param("max", max)
                .query((row, number) -> new Row(
                        leased(row),
                        instant(row.getObject("sent_at", OffsetDateTime.class)),
                        row.getBoolean("over"),
                        row.getString("last_fault")))
                .list();
    }

    Map<String, MailPage.State> fates(Collection<String> news) {
        Map<String, MailPage.State> fates = new HashMap<>();
        jdbc.sql(FATES).param("news", news.toArray(String[]::new)).query((ResultSet row) -> {
            fates.put(row.getString("news"), state(row.getBoolean("sent"), row.getBoolean("over")));
        });
        return fates;
    }

    static MailPage.State state(boolean sent, boolean over) {
        return sent ? MailPage.State.SENT : over ? MailPage.State.OVER : MailPage.State.QUEUED;
    }

    int forget(Instant before, int max) {
        return jdbc.sql(FORGET).param("before", utc(before)).param("max", max).update();
    }

    private static Leased leased(ResultSet row) throws SQLException {
        return new Leased(
                row.getLong("number"),
                row.getString("news"),
                row.getString("member"),
                row.getString("address"),
                row.getString("language"),
                row.getString("kind"),
                row.getString("facts"),
                row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"));
    }

    private static String shortened(String fault) {
        return fault.length() <= MAX_FAULT ? fault : fault.substring(0, MAX_FAULT);
    }
}
