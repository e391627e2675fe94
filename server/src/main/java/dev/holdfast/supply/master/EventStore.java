package dev.holdfast.supply.master;

import dev.holdfast.supply.SupplyEvent;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// The rows of supply events. Far from the path of an order: a supplier speaks a few times a day.
final class EventStore {
    private static final String BEGIN = """
            insert into supply.book (launch, event) values (?, 0) on conflict (launch) do nothing
            """;
    private static final String LOCK = """
            select event from supply.book where launch = ? for update
            """;
    private static final String ADVANCE = """
            update supply.book set event = ? where launch = ?
            """;
    private static final String LATEST = """
            select coalesce(max(event), 0) from supply.book where launch = ?
            """;
    private static final String APPEND = """
            insert into supply.event (launch, number, at, actor, source, source_id, occurred_at, occurred_on, sequence,
              kind, subject, effective, version, component, supplier, lot, quantity, quarantined, week, status)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String COLUMNS = """
            select number, at, actor, source, source_id, occurred_at, occurred_on, sequence, kind, subject, effective,
              version, component, supplier, lot, quantity, quarantined, week, status
            from supply.event where launch = ?
            """;
    private static final String WORDS = COLUMNS + " and effective and number <= ? order by number";
    private static final String PAGE = COLUMNS + " and number > ? order by number limit ?";
    private static final String BY_SOURCE = COLUMNS + " and source = ? and source_id = any(?)";
    private static final String LAST = """
            select distinct on (subject) number, at, actor, source, source_id, occurred_at, occurred_on, sequence, kind,
              subject, effective, version, component, supplier, lot, quantity, quarantined, week, status
            from supply.event where launch = ? and kind = ? and effective order by subject, number desc
            """;
    private static final String TOUCH = """
            insert into supply.touch (launch, kind, name, event, effect) values (?, ?, ?, ?, ?) on conflict do nothing
            """;
    private static final String TOUCHED = """
            select kind, name, max(event) as event from supply.touch
            where launch = ? and event > ? and event <= ? and effect in (0, ?) group by kind, name
            """;

    private final JdbcTemplate jdbc;

    EventStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// Makes others who tell of this launch's supply wait until the running transaction ends.
    ///
    /// @return the last event's number
    long lock(int launch) {
        jdbc.update(BEGIN, launch);
        Long last = jdbc.queryForObject(LOCK, Long.class, launch);
        return last == null ? 0 : last;
    }

    long latest(int launch) {
        Long last = jdbc.queryForObject(LATEST, Long.class, launch);
        return last == null ? 0 : last;
    }

    void append(int launch, List<SupplyEvent> events) {
        if (!events.isEmpty()) {
            jdbc.batchUpdate(
                    APPEND, events.stream().map(event -> row(launch, event)).toList());
            jdbc.update(ADVANCE, events.getLast().number(), launch);
        }
    }

    private static @Nullable Object[] row(int launch, SupplyEvent event) {
        return new @Nullable Object[] {
            launch,
            event.number(),
            Timestamp.from(event.at()),
            event.actor(),
            event.source(),
            event.id(),
            Timestamp.from(event.occurredAt()),
            Date.valueOf(event.occurredOn()),
            event.sequence(),
            event.kind(),
            event.subject(),
            event.effective(),
            event.version(),
            event.component(),
            event.supplier(),
            event.lot(),
            event.quantity(),
            event.quarantined(),
            event.week() == null ? null : Date.valueOf(event.week()),
            event.status()
        };
    }

    /// The effective events up to one, by number.
    List<SupplyEvent> effective(int launch, long upTo) {
        return jdbc.query(WORDS, (row, _) -> event(row), launch, upTo);
    }

    /// The last effective event on every subject of a kind.
    List<SupplyEvent> last(int launch, String kind) {
        return jdbc.query(LAST, (row, _) -> event(row), launch, kind);
    }

    List<SupplyEvent> page(int launch, long after, int limit) {
        return jdbc.query(PAGE, (row, _) -> event(row), launch, after, limit);
    }

    /// The events that a source told under these names, by name.
    Map<String, SupplyEvent> told(int launch, String source, Collection<String> ids) {
        Map<String, SupplyEvent> told = new HashMap<>();
        jdbc.query(
                BY_SOURCE,
                row -> {
                    told.put(row.getString("source_id"), event(row));
                },
                launch,
                source,
                ids.toArray(String[]::new));
        return told;
    }

    void touch(int launch, Collection<Touch> touches) {
        List<Object[]> rows = new ArrayList<>();
        touches.forEach(
                touch -> rows.add(new Object[] {launch, touch.kind(), touch.name(), touch.event(), touch.effect()}));
        jdbc.batchUpdate(TOUCH, rows);
    }

    Touched touched(int launch, long after, long upTo) {
        return new Touched(last(launch, after, upTo, Touch.LESS), last(launch, after, upTo, Touch.MORE));
    }

    private Touched.Last last(int launch, long after, long upTo, int effect) {
        Map<String, Map<String, Long>> byKind = new HashMap<>();
        jdbc.query(
                TOUCHED,
                row -> {
                    byKind.computeIfAbsent(row.getString("kind"), _ -> new HashMap<>())
                            .put(row.getString("name"), row.getLong("event"));
                },
                launch,
                after,
                upTo,
                effect);
        return new Touched.Last(
                byKind.getOrDefault(Touch.COMPONENT, Map.of()),
                byKind.getOrDefault(Touch.RESOURCE, Map.of()),
                byKind.getOrDefault(Touch.CONFIGURATION, Map.of()));
    }

    private static SupplyEvent event(ResultSet row) throws SQLException {
        return new SupplyEvent(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("source"),
                row.getString("source_id"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("occurred_on", LocalDate.class),
                row.getLong("sequence"),
                row.getString("kind"),
                row.getString("subject"),
                row.getBoolean("effective"),
                row.getObject("version", Integer.class),
                row.getString("component"),
                row.getString("supplier"),
                row.getString("lot"),
                row.getObject("quantity", Long.class),
                row.getObject("quarantined", Long.class),
                row.getObject("week", LocalDate.class),
                row.getString("status"));
    }
}
