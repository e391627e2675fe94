package dev.holdfast.community.spec;

import static dev.holdfast.kernel.SqlTime.instant;

import dev.holdfast.community.wish.WishId;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.SpecVersion;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of owners and of what they say.
final class VerdictStore {
    /// Serialises what is said of one wish: its row is locked after, by whoever opens it again.
    private static final String LOCK = "select pg_advisory_xact_lock(4017241, hashtext(:wish))";

    private static final String OWN = """
            insert into community.owner (order_id, member, product, version, delivered_at, ask_at)
            select :order, :member, p.id, :version, :at::timestamptz,
              :at::timestamptz + p.ask_after_days * interval '24 hours'
            from community.product p where p.id = :product on conflict do nothing""";

    /// The order's version holds every change up to it. Of several changes for one wish the last is asked
    /// about.
    private static final String ASKED = """
            select distinct on (c.wish) c.number, c.product, c.version, c.attribute_en, c.attribute_zh, c.from_en,
              c.from_zh, c.to_en, c.to_zh, c.evidence, c.wish, c.at, w.number as wish_number, w.title,
              v.verdict, coalesce(v.words, '') as words
            from community.owner o
            join community.spec_change c on c.product = o.product and c.version <= o.version and c.wish is not null
            join community.wish w on w.id = c.wish
            left join lateral (select v.verdict, v.words from community.verdict v
                               where v.order_id = o.order_id and v.wish = c.wish order by v.number desc limit 1) v
              on true
            where o.order_id = :order and o.ask_at <= :now
            order by c.wish, c.number desc""";

    private static final String SAID = """
            select count(*) from community.verdict where order_id = :order and wish = :wish""";

    private static final String APPEND = """
            insert into community.verdict (wish, order_id, verdict, words, at)
            values (:wish, :order, :verdict, :words, :at)""";

    /// What was built before owners opened the wish again is another attempt than what was built after it. An order
    /// has the last attempt that is in its version: of each product an attempt begins with its first version, and
    /// ends before that of the next.
    private static final String ATTEMPTS = """
            with reopened as (
              select s.at from community.wish_step s where s.wish = :wish and s.cause = 'owners_not_content'),
            built as (
              select c.product, c.version, c.at, (select count(*) from reopened r where r.at <= c.at) as attempt
              from community.spec_change c where c.wish = :wish),
            span as (
              select b.product, b.attempt, min(b.version) as first,
                coalesce(lead(min(b.version)) over (partition by b.product order by b.attempt) - 1, 2147483647) as last
              from built b group by b.product, b.attempt),
            owned as (
              select p.attempt, count(*) as delivered
              from span p join community.owner o on o.product = p.product and o.version between p.first and p.last
              group by p.attempt),
            spoke as (
              select p.attempt, count(*) filter (where s.verdict = 'THERE_AND_GOOD') as good,
                count(*) filter (where s.verdict = 'THERE_NOT_GOOD') as not_good,
                count(*) filter (where s.verdict = 'NOT_THERE') as not_there
              from (select distinct on (v.order_id) v.order_id, v.verdict from community.verdict v
                    where v.wish = :wish order by v.order_id, v.number desc) s
              join community.owner o on o.order_id = s.order_id
              join span p on p.product = o.product and o.version between p.first and p.last
              group by p.attempt)
            select row_number() over (order by a.attempt)::int as number,
              (select min(r.at) from reopened r where r.at > a.built_at) as reopened_at,
              coalesce(o.delivered, 0) as delivered, coalesce(s.good, 0) as good, coalesce(s.not_good, 0) as not_good,
              coalesce(s.not_there, 0) as not_there
            from (select b.attempt, max(b.at) as built_at from built b group by b.attempt) a
            left join owned o on o.attempt = a.attempt left join spoke s on s.attempt = a.attempt
            order by a.attempt""";

    /// Those whose time has come and who have something to be asked about.
    private static final String TO_ASK = """
            select o.order_id, o.member, o.product from community.owner o
            where o.asked_at is null and o.ask_at <= :now
              and exists (select from community.spec_change c
                          where c.product = o.product and c.version <= o.version and c.wish is not null)
            order by o.ask_at limit :max for update skip locked""";

    private static final String ASKED_NOW = """
            update community.owner set asked_at = :now where order_id = any (:orders)""";

    private final JdbcClient jdbc;

    VerdictStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record ToAsk(OrderId order, String member, String product) {}

    void lockWish(WishId wish) {
        jdbc.sql(LOCK)
                .param("wish", wish.toString())
                .query((row, index) -> true)
                .list();
    }

    /// @return false: there is no such product, or it was written down before
    boolean own(OrderId order, String member, SpecVersion spec, Instant deliveredAt) {
        return jdbc.sql(OWN)
                        .param("order", order.value())
                        .param("member", member)
                        .param("product", spec.product())
                        .param("version", spec.version())
                        .param("at", Timestamp.from(deliveredAt))
                        .update()
                == 1;
    }

    List<AskedChange> asked(OrderId order, Instant now) {
        return jdbc
                .sql(ASKED)
                .param("order", order.value())
                .param("now", Timestamp.from(now))
                .query((row, index) -> {
                    String said = row.getString("verdict");
                    return new AskedChange(
                            SpecStore.change(row), said == null ? null : Verdict.valueOf(said), row.getString("words"));
                })
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    int said(OrderId order, WishId wish) {
        return jdbc.sql(SAID)
                .param("order", order.value())
                .param("wish", wish.value())
                .query(Integer.class)
                .single();
    }

    void append(OrderId order, WishId wish, Verdict verdict, String words, Instant at) {
        jdbc.sql(APPEND)
                .param("wish", wish.value())
                .param("order", order.value())
                .param("verdict", verdict.name())
                .param("words", words)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// The oldest first.
    List<Attempt> attempts(WishId wish) {
        return jdbc.sql(ATTEMPTS)
                .param("wish", wish.value())
                .query((row, index) -> Attempt.of(
                        row.getInt("number"),
                        instant(row.getObject("reopened_at", OffsetDateTime.class)),
                        row.getLong("delivered"),
                        row.getLong("good"),
                        row.getLong("not_good"),
                        row.getLong("not_there")))
                .list();
    }

    List<ToAsk> toAsk(Instant now, int max) {
        return jdbc.sql(TO_ASK)
                .param("now", Timestamp.from(now))
                .param("max", max)
                .query((row, index) -> new ToAsk(
                        new OrderId(row.getObject("order_id", UUID.class)),
                        row.getString("member"),
                        row.getString("product")))
                .list();
    }

    void askedNow(List<ToAsk> owners, Instant now) {
        jdbc.sql(ASKED_NOW)
                .param("now", Timestamp.from(now))
                .param(
                        "orders",
                        owners.stream().map(owner -> owner.order().value()).toArray(UUID[]::new))
                .update();
    }
}
