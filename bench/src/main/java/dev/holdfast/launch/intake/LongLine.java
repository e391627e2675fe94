package dev.holdfast.launch.intake;

import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.OneCurve;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.copy.CopyRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;

/// A launch's line as a long rush would have left it: everybody paid, everybody has a mail address. Rows are copied in
/// by the statements of the product, because it is the product's tables that are to be read afterwards.
///
/// It stands in the product's package for the same reason as [StatementsAlone].
public final class LongLine {
    private static final int CHUNK = 20_000;
    private static final long SEED = 1;

    private static final String NUMBER = "select number from launch.launch where slug = ?";

    private static final String TALLY = """
            insert into launch.tally (launch, offer, placed, furthest) values (?, ?, ?, ?)
            on conflict (launch, offer) do update set placed = excluded.placed, furthest = excluded.furthest""";

    private static final String COUNTERS = """
            update launch.line
            set positions = ?, entries = ?, payments = ?, swept_position = ?, swept_payment = ?, last_at = ?
            where launch = ?""";

    private static final String ADDRESSES = """
            insert into member.address (member, address, language, confirmed, since)
            select distinct o.member, o.member || '@fans.example', 'en', true, o.held_at
            from launch.orders o where o.launch = ?
            on conflict do nothing""";

    /// What stands at each position, from 0.
    public interface Wishes {
        int orders();

        String offer(int order);

        /// The Monday of the delivery before transit.
        LocalDate promised(int order);

        /// When all of them ordered and paid.
        default Instant at() {
            return Instant.now();
        }
    }

    private final Connection connection;
    private final int launch;
    private final LaunchDefinition definition;

    private LongLine(Connection connection, int launch, LaunchDefinition definition) {
        this.connection = connection;
        this.launch = launch;
        this.definition = definition;
    }

    /// Fills the line of a launch that was defined and has no order yet. Commits.
    ///
    /// @return the launch's number
    public static int fill(Connection connection, String slug, Wishes wishes) throws SQLException {
        connection.setAutoCommit(false);
        int launch = number(connection, slug);
        LineStore.lock(connection, launch);
        LineState state = state(connection, launch);
        var line = new LongLine(connection, launch, state.definition());
        Instant at = wishes.at();
        line.copy(wishes, at);
        line.count(wishes, at);
        LineStore.reset(connection, state(connection, launch).at(state.sequence() + 1), at, Desk.DEFINED);
        connection.commit();
        connection.setAutoCommit(true);
        try (Statement statistics = connection.createStatement()) {
            statistics.execute("vacuum (analyze) launch.orders");
            statistics.execute("vacuum (analyze) member.address");
        }
        return launch;
    }

    private static LineState state(Connection connection, int launch) throws SQLException {
        return LineStore.read(connection, launch, (number, checkpoint) -> new OneCurve(Map.of(), checkpoint));
    }

    private void copy(Wishes wishes, Instant at) throws SQLException {
        var random = new SplittableRandom(SEED);
        Map<String, Long> ranks = new TreeMap<>();
        for (int from = 0; from < wishes.orders(); from += CHUNK) {
            CopyRows rows = new CopyRows(OrderStore.INSERT);
            for (int order = from; order < Math.min(wishes.orders(), from + CHUNK); order++) {
                long rank = ranks.merge(wishes.offer(order), 1L, Long::sum);
                add(rows, order + 1, wishes.offer(order), wishes.promised(order), rank, random, at);
            }
            rows.into(connection);
        }
    }

    private void add(
            CopyRows rows,
            long position,
            String wished,
            LocalDate delivery,
            long rank,
            SplittableRandom random,
            Instant at) {
        LaunchDefinition.Offer offer = definition.offer(wished).orElseThrow();
        LaunchDefinition.Region region =
                definition.regions().get(random.nextInt(definition.regions().size()));
        LocalDate from = delivery.plusWeeks(region.transitWeeks());
        OrderId id = OrderId.of(launch, position, random.nextLong());
        String key = "key-" + position;
        rows.add(id).add(launch).add(position).add(position);
        rows.add("early-" + position).add(key).add(new UUID(SEED, position));
        rows.add(wished).add(region.id()).add(null).add(null).add(null).add(null);
        rows.add(true).add(OrderState.PLACED).add(rank).add(from);
        rows.add(offer.price()).add(offer.deposit());
        rows.add(at).add(at.plus(Duration.ofHours(1))).add(at);
        rows.add("sandbox").add("payment-" + position);
        rows.add(wished).add(rank).add(from).add(offer.deposit());
        rows.endRow();
    }

    private void count(Wishes wishes, Instant at) throws SQLException {
        Map<String, Long> live = new TreeMap<>();
        Map<String, LocalDate> furthest = new TreeMap<>();
        for (int order = 0; order < wishes.orders(); order++) {
            live.merge(wishes.offer(order), 1L, Long::sum);
            furthest.merge(wishes.offer(order), wishes.promised(order), (a, b) -> a.isAfter(b) ? a : b);
        }
        try (PreparedStatement tally = connection.prepareStatement(TALLY);
                PreparedStatement counters = connection.prepareStatement(COUNTERS);
                PreparedStatement addresses = connection.prepareStatement(ADDRESSES)) {
            for (Map.Entry<String, Long> offer : live.entrySet()) {
                tally.setInt(1, launch);
                tally.setString(2, offer.getKey());
                tally.setLong(3, offer.getValue());
                tally.setObject(4, furthest.get(offer.getKey()));
                tally.addBatch();
            }
            tally.executeBatch();
            for (int parameter = 1; parameter <= 5; parameter++) {
                counters.setLong(parameter, wishes.orders());
            }
            counters.setTimestamp(6, java.sql.Timestamp.from(at));
            counters.setInt(7, launch);
            counters.executeUpdate();
            addresses.setInt(1, launch);
            addresses.executeUpdate();
        }
    }

    private static int number(Connection connection, String slug) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NUMBER)) {
            statement.setString(1, slug);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
