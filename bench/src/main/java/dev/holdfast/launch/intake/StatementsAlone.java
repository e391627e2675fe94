package dev.holdfast.launch.intake;

import dev.holdfast.launch.Curve;
import dev.holdfast.launch.OneCurve;
import dev.holdfast.launch.PlaceOrder;
import dev.holdfast.launch.Supplies;
import dev.holdfast.launch.SupplyLine;
import dev.holdfast.launch.payment.PaymentEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// What the database alone takes: the product's own statements on the product's own kind of connection, by one
/// writer with nothing in front of it. The rate of a rehearsal is held against it.
///
/// It stands in the product's package because the stores are nobody else's business; so it cannot measure other
/// statements than those the product runs. Only the stores' calls are timed, not the rules between them.
public final class StatementsAlone implements AutoCloseable {
    private static final int BATCH = 500;
    /// Batches before the clock counts: the driver prepares its statements and the compiler sees the stores.
    private static final int UNCOUNTED_BATCHES = 20;

    private static final String NUMBER = "select number from launch.launch where slug = ?";

    private final CommitterPool pool;
    private final String slug;
    private final RandomGenerator random = RandomGenerator.getDefault();
    private LineState state;
    private long nanos;

    /// @param slug an open launch that nobody else writes to
    /// @param curves the launch's supply
    public StatementsAlone(String url, String user, String password, String slug, Map<String, Curve> curves)
            throws SQLException {
        this.pool = new CommitterPool(url, user, password);
        this.slug = slug;
        try (Connection connection = pool.connection()) {
            int launch = number(connection, slug);
            state = LineStore.read(connection, launch, new CurvesAlone(curves));
            connection.rollback();
        }
    }

    /// A launch's curves, and no plan.
    private record CurvesAlone(Map<String, Curve> curves) implements Supplies {
        @Override
        public SupplyLine line(int launch, List<Checkpoint> checkpoint) {
            return new OneCurve(curves, checkpoint);
        }

        @Override
        public Planned planned(int launch, int run) {
            // No run is ever made here, so its line would be the one of the curves.
            return new Planned(line(launch, List.of()), (order, otherwise) -> otherwise);
        }
    }

    private static int number(Connection connection, String slug) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NUMBER)) {
            statement.setString(1, slug);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /// Takes so many orders and their payments, a batch of each in turn.
    ///
    /// @param offers with room for all of them, taken in turn
    /// @param region one of the launch's
    public double paidOrdersPerSecond(int orders, List<String> offers, String region) throws SQLException {
        int batches = Math.max(1, orders / BATCH);
        try (Connection connection = pool.connection()) {
            for (int batch = -UNCOUNTED_BATCHES; batch < batches; batch++) {
                if (batch == 0) {
                    nanos = 0;
                }
                List<Ask> payments = new ArrayList<>(BATCH);
                for (Entry entry : commit(connection, wishes(batch, offers, region))
                        .created
                        .values()) {
                    payments.add(payment(entry));
                }
                commit(connection, payments);
            }
        }
        return batches * BATCH * 1e9 / nanos;
    }

    private Writes commit(Connection connection, List<Ask> asks) throws SQLException {
        Instant now = Instant.now();
        long start = System.nanoTime();
        LineStore.lock(connection, state.launch());
        Facts facts = BatchStore.read(connection, state, asks, now);
        long read = System.nanoTime();
        Decision decision = Batch.decide(state, facts, asks, now, random);
        long decided = System.nanoTime();
        BatchStore.write(connection, decision);
        connection.commit();
        nanos += read - start + System.nanoTime() - decided;
        state = decision.after();
        return decision.writes();
    }

    private List<Ask> wishes(int batch, List<String> offers, String region) {
        List<Ask> wishes = new ArrayList<>(BATCH);
        for (int i = 0; i < BATCH; i++) {
            String member = "alone-" + (UNCOUNTED_BATCHES + batch) + "-" + i;
            String offer = offers.get(i % offers.size());
            var order = new PlaceOrder(slug, member, member, offer, region, null, null, null, null);
            wishes.add(new Ask.Place(order, RequestDigest.of(order)));
        }
        return wishes;
    }

    private static Ask payment(Entry entry) {
        String id = "alone-" + entry.id();
        return new Ask.Pay(
                "sandbox",
                entry.id(),
                new PaymentEvent(
                        id,
                        PaymentEvent.Kind.SUCCEEDED,
                        entry.id().toString(),
                        id,
                        entry.deposit,
                        entry.origin.currency()));
    }

    @Override
    public void close() {
        pool.close();
    }
}
