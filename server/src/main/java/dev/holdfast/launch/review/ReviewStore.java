package dev.holdfast.launch.review;

import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Screening;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads reviews for people.
final class ReviewStore {
    private static final String STEPS = """
            select r.number, r.order_id, r.act, r.at, r.actor, r.points, r.said, o.member, l.slug,
              l.definition -> 'entry' -> 'screening' ->> 'appealWithin' as appeal_within
            from launch.review_step r
            join launch.orders o on o.id = r.order_id
            join launch.launch l on l.number = r.launch""";

    private static final String ONE = STEPS + " where r.order_id = :id order by r.number";

    /// In the order in which they were opened.
    private static final String OF_LAUNCH = STEPS + """
             where r.order_id in (
              select s.order_id
              from (select f.order_id, min(f.number) as first,
                      bool_or(f.act in ('KEPT', 'RELEASED')) as decided,
                      bool_or(f.act = 'RELEASED') as released,
                      bool_or(f.act = 'APPEALED') and not bool_or(f.act = 'ANSWERED') as waiting
                    from launch.review_step f where f.launch = :launch group by f.order_id) s
              where s.first > :after
                and case :which when 'WAITING' then not s.decided or s.waiting when 'RELEASED' then s.released
                  else true end
              order by s.first limit :limit)
            order by r.number""";

    /// By the indexes of signals, and no more than anybody reads.
    private static final String BESIDE = """
            select b.id, b.member, b.state, b.same_instrument, b.same_device, b.same_address,
              exists (select from launch.review_step r where r.order_id = b.id) as reviewed
            from (
              select o.id, o.position, o.member, o.state,
                coalesce(s.instrument = mine.instrument, false) as same_instrument,
                coalesce(s.device = mine.device, false) as same_device,
                coalesce(s.address = mine.address, false) as same_address
              from launch.signal mine
              join launch.signal s on s.launch = mine.launch and s.order_id <> mine.order_id
                and (s.instrument = mine.instrument or s.device = mine.device or s.address = mine.address)
              join launch.orders o on o.id = s.order_id
              where mine.order_id = :id order by o.position limit :limit) b
            order by b.position""";

    private final JdbcClient jdbc;

    ReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            long number,
            OrderId order,
            String launch,
            String member,
            Review.Said said,
            int points,
            Duration appealWithin) {}

    Optional<Review> one(OrderId order) {
        List<Row> rows = jdbc.sql(ONE)
                .param("id", order.value())
                .query((row, number) -> row(row))
                .list();
        return rows.isEmpty() ? Optional.empty() : Optional.of(review(rows));
    }

    /// @param after the number of the last one seen; 0: from the beginning
    List<Review> ofLaunch(int launch, Reviews.Which which, long after, int limit) {
        Map<OrderId, List<Row>> byOrder = new LinkedHashMap<>();
        jdbc.sql(OF_LAUNCH)
                .param("launch", launch)
                .param("after", after)
                .param("which", which.name())
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list()
                .forEach(row -> byOrder.computeIfAbsent(row.order, order -> new ArrayList<>())
                        .add(row));
        return byOrder.values().stream().map(ReviewStore::review).toList();
    }

    List<Beside> beside(OrderId order, int limit) {
        return jdbc.sql(BESIDE)
                .param("id", order.value())
                .param("limit", limit)
                .query((row, number) -> new Beside(
                        new OrderId(row.getObject("id", UUID.class)),
                        row.getString("member"),
                        OrderState.valueOf(row.getString("state")),
                        row.getBoolean("same_instrument"),
                        row.getBoolean("same_device"),
                        row.getBoolean("same_address"),
                        row.getBoolean("reviewed")))
                .list();
    }

    private static Review review(List<Row> rows) {
        Row first = rows.getFirst();
        Standing standing = Standing.opened(first.said.at());
        for (Row row : rows) {
            standing = standing.then(row.said.act(), row.said.at());
        }
        Instant appealBefore = standing.appealed() || standing.decided() == Act.KEPT
                ? null
                : standing.appealBefore(first.appealWithin);
        return new Review(
                first.number,
                first.order,
                first.launch,
                first.member,
                first.points,
                Evidence.read(first.said.text()),
                rows.stream().map(Row::said).toList(),
                standing,
                appealBefore);
    }

    private static Row row(ResultSet row) throws SQLException {
        String within = row.getString("appeal_within");
        return new Row(
                row.getLong("number"),
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getString("slug"),
                row.getString("member"),
                new Review.Said(
                        Act.valueOf(row.getString("act")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("said")),
                row.getInt("points"),
                within == null ? Screening.DEFAULT_APPEAL_WITHIN : Duration.parse(within));
    }
}
