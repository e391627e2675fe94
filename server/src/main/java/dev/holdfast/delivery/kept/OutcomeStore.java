package dev.holdfast.delivery.kept;

import dev.holdfast.launch.Course;
import dev.holdfast.launch.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows that files are made of.
final class OutcomeStore {
    private static final String COLUMNS = """
            r.name, r.configuration, r.region, r.first_week, r.last_week, r.ending, r.ended_week, r.in_full
            """;

    /// The latest word of each, as of a publication.
    private static final String PAGE = "select distinct on (r.name) " + COLUMNS + """
            from delivery.kept_row r
            where r.launch = :launch and r.name > :after and r.publication <= :publication
            order by r.name, r.publication desc limit :limit
            """;

    private static final String LATEST = "select distinct on (r.name) " + COLUMNS + """
            from delivery.kept_row r where r.launch = :launch and r.name = any (:names)
            order by r.name, r.publication desc
            """;

    private static final String ADD = """
            insert into delivery.kept_row (launch, name, publication, configuration, region, first_week, last_week,
              ending, ended_week, in_full)
            select :launch, n.name, :publication, n.configuration, n.region, n.first_week, n.last_week, n.ending,
              n.ended_week, n.in_full
            from unnest(:names::uuid[], :configurations::text[], :regions::text[], :firsts::date[], :lasts::date[],
              :endings::text[], :endeds::date[], :full::boolean[])
              as n (name, configuration, region, first_week, last_week, ending, ended_week, in_full)
            """;

    /// When a unit came into its owner's hands: the order hears of it a little later.
    private static final String HANDED_OVER = """
            select h.order_id, u.at, u.configuration from delivery.holding h join delivery.unit u on u.number = h.unit
            where h.order_id = any (:orders) and u.state = 'DELIVERED'
            """;

    private final JdbcClient jdbc;

    OutcomeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param after the name of the last one of the page before; null: from the start
    List<Outcome> page(int launch, int publication, @Nullable UUID after, int limit) {
        return jdbc.sql(PAGE)
                .param("launch", launch)
                .param("publication", publication)
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("limit", limit)
                .query((row, number) -> outcome(row))
                .list();
    }

    /// The last word of each that has one, by its name.
    Map<UUID, Outcome> latest(int launch, Collection<UUID> names) {
        Map<UUID, Outcome> latest = new HashMap<>();
        jdbc.sql(LATEST)
                .param("launch", launch)
                .param("names", names.toArray(UUID[]::new))
                .query((row, number) -> outcome(row))
                .list()
                .forEach(one -> latest.put(one.name(), one));
        return latest;
    }

    void add(int launch, int publication, List<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            return;
        }
        jdbc.sql(ADD)
                .param("launch", launch)
                .param("publication", publication)
                .param("names", outcomes.stream().map(Outcome::name).toArray(UUID[]::new))
                .param("configurations", each(outcomes, Outcome::configuration))
                .param("regions", each(outcomes, Outcome::region))
                .param("firsts", each(outcomes, Outcome::first))
                .param("lasts", each(outcomes, Outcome::last))
                .param("endings", each(outcomes, Outcome::ending))
                .param("endeds", each(outcomes, Outcome::ended))
                .param("full", outcomes.stream().map(Outcome::inFull).toArray(Boolean[]::new))
                .update();
    }

    /// @param at when it came into its owner's hands
    record HandedOver(Instant at, String configuration) {}

    Map<OrderId, HandedOver> handedOver(List<OrderId> orders) {
        Map<OrderId, HandedOver> handedOver = new HashMap<>();
        jdbc.sql(HANDED_OVER)
                .param("orders", orders.stream().map(OrderId::value).toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    handedOver.put(
                            new OrderId(row.getObject("order_id", UUID.class)),
                            new HandedOver(
                                    row.getObject("at", OffsetDateTime.class).toInstant(),
                                    row.getString("configuration")));
                });
        return handedOver;
    }

    private static @Nullable String[] each(List<Outcome> outcomes, Function<Outcome, @Nullable Object> column) {
        return outcomes.stream()
                .map(column)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        return new Outcome(
                row.getObject("name", UUID.class),
                row.getString("configuration"),
                row.getString("region"),
                row.getObject("first_week", LocalDate.class),
                row.getObject("last_week", LocalDate.class),
                Course.Ending.valueOf(row.getString("ending")),
                row.getObject("ended_week", LocalDate.class),
                row.getBoolean("in_full"));
    }
}
