package dev.holdfast.delivery.slot;

import com.zaxxer.hikari.HikariDataSource;
import dev.holdfast.launch.OrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What the database alone takes: the product's own statements that write a booking, each booking in a transaction of
/// its own, with nothing in front of them and no question asked before. A measured rate is held against it.
///
/// It stands in the product's package for the same reason as [dev.holdfast.launch.intake.StatementsAlone].
public final class SlotsAlone implements AutoCloseable {
    /// As many as the server has.
    private static final int CONNECTIONS = 16;

    private final HikariDataSource source = new HikariDataSource();
    private final SlotStore slots;
    private final AppointmentStore store;
    private final TransactionTemplate transactions;

    public SlotsAlone(String url, String user, String password) {
        source.setJdbcUrl(url);
        source.setUsername(user);
        source.setPassword(password);
        source.setMaximumPoolSize(CONNECTIONS);
        JdbcClient jdbc = JdbcClient.create(source);
        this.slots = new SlotStore(jdbc);
        this.store = new AppointmentStore(jdbc);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /// One place for an order that waits.
    public record Place(OrderId order, long slot) {}

    /// Books all of them. Neighbours in the list are booked at the same time, so those of one slot belong together.
    ///
    /// @return bookings a second
    public double perSecond(List<Place> places) throws ExecutionException, InterruptedException {
        var next = new AtomicInteger();
        long began = System.nanoTime();
        try (var hands = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<?>> working = new ArrayList<>();
            for (int hand = 0; hand < CONNECTIONS; hand++) {
                working.add(hands.submit(() -> {
                    for (int at = next.getAndIncrement(); at < places.size(); at = next.getAndIncrement()) {
                        book(places.get(at));
                    }
                }));
            }
            for (Future<?> one : working) {
                one.get();
            }
        }
        return places.size() * 1e9 / (System.nanoTime() - began);
    }

    private void book(Place place) {
        transactions.executeWithoutResult(status -> {
            Instant now = Instant.now();
            Appointment waiting = store.lock(place.order()).orElseThrow();
            if (!slots.take(place.slot(), now)) {
                throw new IllegalStateException("Slot " + place.slot() + " has no place for " + place.order() + ".");
            }
            store.write(waiting.held(place.slot(), now.plus(Booking.HOLD), now), "held", place.slot(), "member", now);
        });
    }

    @Override
    public void close() {
        source.close();
    }
}
