package dev.holdfast.launch.intake;

import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.Supplies;
import dev.holdfast.launch.SupplyLine;
import dev.holdfast.launch.Verdict;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The rows of a line itself: its counters and lock, its journal, its checkpoint.
final class LineStore {
    private static final String COUNTERS = """
            select sequence, positions, entries, payments, last_at, last_pay_before, swept_position, swept_payment
            from launch.line where launch = ?
            """;

    static final String LOCK = COUNTERS + " for update";

    static final String SEQUENCE = "select sequence from launch.line where launch = ?";

    static final String ADVANCE = """
            update launch.line
            set sequence = ?, positions = ?, entries = ?, payments = ?, last_at = ?, last_pay_before = ?,
              swept_position = ?, swept_payment = ?
            where launch = ?
            """;

    static final String ADVANCE_ONLY = "update launch.line set sequence = ?, last_at = ? where launch = ?";

    static final String APPEND = "insert into launch.journal (launch, sequence, at, events) values (?, ?, ?, ?)";

    static final String FOLLOW = """
            select sequence, events from launch.journal where launch = ? and sequence > ? order by sequence limit ?
            """;

    static final String LAUNCH = """
            select l.slug, l.definition::text, l.opened_at, l.closed_at,
              (select p.run from launch.publication p where p.launch = l.number order by p.sequence desc limit 1),
              l.paused_at, (select c.verdict from launch.campaign c where c.launch = l.number)
            from launch.launch l where l.number = ?
            """;

    static final String TALLIES = """
            select offer, held, placed, locked, furthest, builds from launch.tally where launch = ?
            """;

    static final String CHECKPOINT = """
            insert into launch.tally (launch, offer, held, placed, locked, furthest, builds)
            select ?, * from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::date[], ?::text[])
            on conflict (launch, offer) do update
            set held = excluded.held, placed = excluded.placed, locked = excluded.locked,
              furthest = excluded.furthest, builds = excluded.builds
            """;

    /// Following more rows than this costs more than reading the checkpoint.
    static final int MAX_FOLLOW = 1_000;

    private LineStore() {}

    /// Locks the line until the transaction ends: from here on nobody else writes to it.
    static LineRow lock(Connection connection, int launch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setInt(1, launch);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("Launch " + launch + " has no line.");
                }
                return row(row);
            }
        }
    }

    static long sequence(Connection connection, int launch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SEQUENCE)) {
            statement.setInt(1, launch);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : -1;
            }
        }
    }

    /// The state as of the line's row: followed from what is known, or read anew.
    ///
    /// @param known what this instance holds, null when it holds nothing
    static LineState current(Connection connection, int launch, @Nullable LineState known, Supplies supplies)
            throws SQLException {
        if (known != null) {
            Optional<LineState> followed = follow(connection, known);
            if (followed.isPresent()) {
                return followed.get();
            }
        }
        return read(connection, launch, supplies);
    }

    /// The same for a reader, who holds no lock: everything of one instant, but for the supply, which the caller has
    /// to confirm by [#follow].
    static LineState snapshot(Connection connection, int launch, @Nullable LineState known, Supplies supplies)
            throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            return current(connection, launch, known, supplies);
        } finally {
            connection.rollback();
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(true);
        }
    }

    /// Brought forward by the journal, to its end; empty when the launch was changed as a whole since, or when too much
    /// was written to follow.
    static Optional<LineState> follow(Connection connection, LineState state) throws SQLException {
        List<Journal.Written> journal = journal(connection, state.launch(), state.sequence(), MAX_FOLLOW + 1);
        return journal.size() > MAX_FOLLOW ? Optional.empty() : Journal.follow(state, journal);
    }

    /// Reads the launch, its counters, its checkpoint and its supply. Only consistent under the line's lock, or when
    /// the sequence is the same before and after.
    static LineState read(Connection connection, int launch, Supplies supplies) throws SQLException {
        return read(connection, launch, supplies::line);
    }

    /// The same with a supply from elsewhere.
    static LineState read(
            Connection connection, int launch, BiFunction<Integer, List<Supplies.Checkpoint>, SupplyLine> supply)
            throws SQLException {
        List<Supplies.Checkpoint> checkpoint = new ArrayList<>();
        Map<String, Tally> tallies = tallies(connection, launch, checkpoint);
        try (PreparedStatement statement = connection.prepareStatement(LAUNCH);
                PreparedStatement counters = connection.prepareStatement(COUNTERS)) {
            statement.setInt(1, launch);
            counters.setInt(1, launch);
            try (ResultSet of = statement.executeQuery();
                    ResultSet line = counters.executeQuery()) {
                if (!of.next() || !line.next()) {
                    throw new IllegalStateException("Launch " + launch + " has no line.");
                }
                LineRow row = row(line);
                LaunchDefinition definition = DefinitionJson.read(of.getString(2));
                return new LineState(
                        launch,
                        of.getString(1),
                        definition,
                        instant(of.getTimestamp(3)),
                        instant(of.getTimestamp(4)),
                        instant(of.getTimestamp(6)),
                        verdict(of.getString(7)),
                        of.getInt(5),
                        row.sequence(),
                        row.positions(),
                        row.entries(),
                        row.payments(),
                        row.lastAt(),
                        row.lastPayBefore(),
                        row.sweptPosition(),
                        row.sweptPayment(),
                        tallies,
                        supply.apply(launch, checkpoint));
            }
        }
    }

    /// Writes what every batch writes: the counters, the journal's row, and the checkpoint of the offers it touched.
    static void advance(Connection connection, Decision decision) throws SQLException {
        LineState after = decision.after();
        checkpoint(connection, after, decision.writes().offers);
        append(connection, after, after.lastAt(), decision.writes().events);
        try (PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
            statement.setLong(1, after.sequence());
            statement.setLong(2, after.positions());
            statement.setLong(3, after.entries());
            statement.setLong(4, after.payments());
            statement.setTimestamp(5, timestamp(after.lastAt()));
            statement.setTimestamp(6, timestamp(after.lastPayBefore()));
            statement.setLong(7, after.sweptPosition());
            statement.setLong(8, after.sweptPayment());
            statement.setInt(9, after.launch());
            statement.executeUpdate();
        }
    }

    /// Ends a change of the whole launch: the next sequence, and a row that makes everybody read it anew.
    static void reset(Connection connection, LineState after, Instant at, String cause) throws SQLException {
        append(connection, after, at, List.of(new Event.Reset(cause)));
        try (PreparedStatement statement = connection.prepareStatement(ADVANCE_ONLY)) {
            statement.setLong(1, after.sequence());
            statement.setTimestamp(2, timestamp(at));
            statement.setInt(3, after.launch());
            statement.executeUpdate();
        }
    }

    private static void append(Connection connection, LineState after, Instant at, List<Event> events)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            statement.setInt(1, after.launch());
            statement.setLong(2, after.sequence());
            statement.setTimestamp(3, timestamp(at));
            statement.setString(4, Journal.write(events));
            statement.executeUpdate();
        }
    }

    static void checkpoint(Connection connection, LineState after, Iterable<String> offers) throws SQLException {
        List<Supplies.Checkpoint> at = new ArrayList<>();
        for (String offer : offers) {
            at.add(after.supply().checkpoint(offer));
        }
        if (at.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(CHECKPOINT)) {
            statement.setInt(1, after.launch());
            statement.setArray(2, OrderStore.array(connection, "text", at, Supplies.Checkpoint::offer));
            statement.setArray(
                    3,
                    OrderStore.array(
                            connection,
                            "bigint",
                            at,
                            c -> after.tally(c.offer()).held()));
            statement.setArray(
                    4,
                    OrderStore.array(
                            connection,
                            "bigint",
                            at,
                            c -> after.tally(c.offer()).placed()));
            statement.setArray(
                    5,
                    OrderStore.array(
                            connection,
                            "bigint",
                            at,
                            c -> after.tally(c.offer()).locked()));
            statement.setArray(
                    6,
                    OrderStore.array(
                            connection,
                            "text",
                            at,
                            c -> c.furthest().map(LocalDate::toString).orElse(null)));
            statement.setArray(7, OrderStore.array(connection, "text", at, Supplies.Checkpoint::builds));
            statement.executeUpdate();
        }
    }

    /// The rows of the journal after a sequence, in order.
    static List<Journal.Written> journal(Connection connection, int launch, long after, int max) throws SQLException {
        List<Journal.Written> journal = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(FOLLOW)) {
            statement.setInt(1, launch);
            statement.setLong(2, after);
            statement.setInt(3, max);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    journal.add(new Journal.Written(rows.getLong(1), rows.getString(2)));
                }
            }
        }
        return journal;
    }

    private static Map<String, Tally> tallies(Connection connection, int launch, List<Supplies.Checkpoint> checkpoint)
            throws SQLException {
        Map<String, Tally> tallies = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(TALLIES)) {
            statement.setInt(1, launch);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Tally tally = new Tally(rows.getLong(2), rows.getLong(3), rows.getLong(4));
                    tallies.put(rows.getString(1), tally);
                    checkpoint.add(new Supplies.Checkpoint(
                            rows.getString(1),
                            tally.live(),
                            Optional.ofNullable(rows.getObject(5, LocalDate.class)),
                            rows.getString(6)));
                }
            }
        }
        return tallies;
    }

    private static LineRow row(ResultSet row) throws SQLException {
        return new LineRow(
                row.getLong("sequence"),
                row.getLong("positions"),
                row.getLong("entries"),
                row.getLong("payments"),
                row.getTimestamp("last_at").toInstant(),
                row.getTimestamp("last_pay_before").toInstant(),
                row.getLong("swept_position"),
                row.getLong("swept_payment"));
    }

    private static @Nullable Verdict verdict(@Nullable String name) {
        return name == null ? null : Verdict.valueOf(name);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static Timestamp timestamp(Instant instant) {
        return Timestamp.from(instant);
    }
}
