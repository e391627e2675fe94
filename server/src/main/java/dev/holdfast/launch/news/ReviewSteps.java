package dev.holdfast.launch.news;

import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Screening;
import dev.holdfast.launch.review.Act;
import dev.holdfast.launch.review.Evidence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the steps of reviews. What a signal weighs is not told, and a member's own words stay on the order's page.
final class ReviewSteps implements RowMapper<Told> {
    static final String AT_ONCE = """
            select r.order_id, r.number, r.act, r.at, r.said, o.member, o.offer,
              (select l.definition -> 'entry' -> 'screening' ->> 'appealWithin'
               from launch.launch l where l.number = r.launch) as appeal_within,
              exists (select from launch.review_step b
                where b.order_id = r.order_id and b.number < r.number and b.act = 'APPEALED') as appealed,
              (select sum(f.amount) from launch.refund f
               where f.order_id = r.order_id and f.cause = 'released_by_review') as refund
            from (
              select * from launch.review_step s
              where s.launch = :launch and s.number > :number order by s.number limit :max) r
            cross join lateral (
              select e.member, e.offer from launch.orders e where e.id = r.order_id limit 1) o
            order by r.number""";

    private final Catalogue catalogue;

    ReviewSteps(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static Stream atOnce(JdbcClient jdbc, Catalogue catalogue) {
        return new BatchRows("review", AT_ONCE, new ReviewSteps(catalogue), jdbc);
    }

    @Override
    public Told mapRow(ResultSet row, int index) throws SQLException {
        OrderId order = new OrderId(row.getObject("order_id", UUID.class));
        Catalogue.Names names = catalogue.of(order.launch());
        String member = row.getString("member");
        Act act = Act.valueOf(row.getString("act"));
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        String said = row.getString("said");
        Facts facts = new Facts(names.slug(), order, member, row.getString("offer"));
        switch (act) {
            case OPENED -> facts.with("signals", signals(said)).with("appealBefore", appealBefore(row, at));
            case KEPT -> facts.with("reason", said);
            case RELEASED -> {
                facts.with("reason", said).with("appealBefore", appealBefore(row, at));
                long refund = row.getLong("refund");
                if (refund > 0) {
                    facts.money("refund", refund, names.currency());
                }
            }
            case APPEALED -> {
                // Their own words are theirs, and on the order's page.
            }
            case ANSWERED -> facts.with("answer", said);
        }
        return new Told(kind(act), order, row.getLong("number"), member, facts.json(), at, true);
    }

    private static List<String> signals(String evidence) {
        return Evidence.read(evidence).stream()
                .map(one -> one.signal().name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /// Null: they objected already.
    private static @Nullable String appealBefore(ResultSet row, Instant toldAt) throws SQLException {
        String within = row.getString("appeal_within");
        Duration time = within == null ? Screening.DEFAULT_APPEAL_WITHIN : Duration.parse(within);
        return row.getBoolean("appealed") ? null : toldAt.plus(time).toString();
    }

    private static Kind kind(Act act) {
        return switch (act) {
            case OPENED -> Kind.REVIEW_OPENED;
            case KEPT -> Kind.REVIEW_KEPT;
            case RELEASED -> Kind.REVIEW_RELEASED;
            case APPEALED -> Kind.REVIEW_APPEALED;
            case ANSWERED -> Kind.REVIEW_ANSWERED;
        };
    }
}
