package dev.holdfast.launch.review;

import dev.holdfast.launch.OrderId;
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
            select r.order_id, r.act, r.at, r.actor, r.points, r.said, o.member, l.slug,
              l.definition -> 'entry' -> 'screening' ->> 'appealWithin' as appeal_within
            from launch.review_step r
            join launch.orders o on o.id = r.order_id
            join launch.launch l on l.number = r.launch""";

    private static final String ONE = STEPS + " where r.order_id = :id order by r.number";

    /// Those that wait for somebody first: for a decision, then for an answer; the oldest first.
    private static final String OF_LAUNCH = STEPS + """
             where r.order_id in (
              select s.order_id
              from (select f.order_id, min(f.number) as first,
                      bool_or(f.act in ('KEPT', 'RELEASED')) as decided,
                      bool_or(f.act = 'APPEALED') and not bool_or(f.act = 'ANSWERED') as waiting
                    from launch.review_step f where f.launch = :launch group by f.order_id) s
              where s.first > :after and (not :open or not s.decided or s.waiting)
              order by s.first limit :limit)
            order by r.number""";

    private final JdbcClient jdbc;

    ReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            OrderId order, String launch, String member, Review.Said said, int points, Duration appealWithin) {}

    Optional<Review> one(OrderId order) {
        List<Row> rows = jdbc.sql(ONE)
                .param("id", order.value())
                .query((row, number) -> row(row))
                .list();
        return rows.isEmpty() ? Optional.empty() : Optional.of(review(rows));
    }

    /// @param open only those that wait for an operator
    List<Review> ofLaunch(int launch, boolean open, int limit) {
        Map<OrderId, List<Row>> byOrder = new LinkedHashMap<>();
        jdbc.sql(OF_LAUNCH)
                .param("launch", launch)
                .param("after", 0)
                .param("open", open)
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list()
                .forEach(row -> byOrder.computeIfAbsent(row.order, order -> new ArrayList<>())
                        .add(row));
        return byOrder.values().stream().map(ReviewStore::review).toList();
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
