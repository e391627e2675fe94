package dev.holdfast.community.event;

import dev.holdfast.kernel.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The rows of events.
final class EventStore {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String MAKE = """
            insert into community.event (slug, definition, seed, code_secret)
            values (:slug, :definition, :seed, :secret) on conflict (slug) do nothing""";

    private static final String CHANGE = "update community.event set definition = :definition where number = :event";

    private static final String READ = """
            select e.number, e.slug, e.definition, e.seed, e.frozen_at, e.root, e.figure, e.released_at, e.tickets
            from community.event e
            """;

    private static final String BY_SLUG = READ + "where e.slug = :slug";

    private static final String ALL = READ + "order by e.number desc limit :max";

    private static final String UNDER_WAY = READ + "where not e.over order by e.number limit :max";

    private static final String FREEZE = """
            update community.event set frozen_at = :at, root = :root, tickets = :tickets
            where number = :event and frozen_at is null""";

    private static final String FIGURE = """
            update community.event set figure = :figure, drawn_at = :at where number = :event and figure is null""";

    private static final String RELEASED = "update community.event set released_at = :at where number = :event";

    private static final String OVER = "update community.event set over = true where number = :event";

    private static final String SECRET = "select code_secret from community.event where number = :event";

    private final JdbcClient jdbc;
    private final String locking;

    EventStore(JdbcClient jdbc) {
        this(jdbc, " for update");
    }

    /// @param locking how an event's row is taken; a test takes it without a lock, to see what the lock is
    ///     worth
    EventStore(JdbcClient jdbc, String locking) {
        this.jdbc = jdbc;
        this.locking = locking;
    }

    /// @return whether it is new
    boolean make(String slug, EventDefinition definition, String seed, byte[] secret) {
        return jdbc.sql(MAKE)
                        .param("slug", slug)
                        .param("definition", JSON.writeValueAsString(definition))
                        .param("seed", seed)
                        .param("secret", secret)
                        .update()
                > 0;
    }

    void change(int event, EventDefinition definition) {
        jdbc.sql(CHANGE)
                .param("definition", JSON.writeValueAsString(definition))
                .param("event", event)
                .update();
    }

    /// @throws Problem UNKNOWN
    EventRow read(String slug) {
        return find(slug, "").orElseThrow(() -> unknown(slug));
    }

    /// Locks the event until the transaction ends.
    EventRow lock(String slug) {
        return find(slug, locking).orElseThrow(() -> unknown(slug));
    }

    private Optional<EventRow> find(String slug, String lock) {
        return jdbc.sql(BY_SLUG + lock)
                .param("slug", slug)
                .query((row, number) -> row(row))
                .optional();
    }

    private static Problem unknown(String slug) {
        return new Problem(Problem.Kind.UNKNOWN, "unknown_event", "There is no event '" + slug + "'.");
    }

    /// The latest first.
    List<EventRow> all(int max) {
        return jdbc.sql(ALL).param("max", max).query((row, number) -> row(row)).list();
    }

    List<EventRow> underWay(int max) {
        return jdbc.sql(UNDER_WAY)
                .param("max", max)
                .query((row, number) -> row(row))
                .list();
    }

    private static EventRow row(ResultSet row) throws SQLException {
        Instant frozenAt = instant(row, "frozen_at");
        return new EventRow(
                row.getInt("number"),
                row.getString("slug"),
                JSON.readValue(row.getString("definition"), EventDefinition.class),
                row.getString("seed"),
                frozenAt == null ? null : new EventRow.Freeze(frozenAt, row.getString("root"), row.getInt("tickets")),
                row.getString("figure"),
                instant(row, "released_at"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    void freeze(int event, Instant at, String root, int tickets) {
        jdbc.sql(FREEZE)
                .param("event", event)
                .param("at", Timestamp.from(at))
                .param("root", root)
                .param("tickets", tickets)
                .update();
    }

    /// @return whether it was entered by this
    boolean figure(int event, String figure, Instant at) {
        return jdbc.sql(FIGURE)
                        .param("event", event)
                        .param("figure", figure)
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    void released(int event, Instant at) {
        jdbc.sql(RELEASED).param("event", event).param("at", Timestamp.from(at)).update();
    }

    void over(int event) {
        jdbc.sql(OVER).param("event", event).update();
    }

    byte[] codeSecret(int event) {
        return jdbc.sql(SECRET).param("event", event).query(byte[].class).single();
    }
}
