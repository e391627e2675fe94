package dev.holdfast.delivery.handover;

import dev.holdfast.delivery.handover.HandOverStore.Given;
import dev.holdfast.delivery.handover.HandOverStore.Row;
import dev.holdfast.delivery.unit.Allocations;
import dev.holdfast.kernel.Photograph;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.OrderId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of hand-overs for owners: all that was said and photographed, and their own word.
public final class HandOvers {
    private final HandOverStore store;
    private final Album album;
    private final Closing closing;
    private final Launch launch;
    private final Allocations allocations;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    HandOvers(
            HandOverStore store,
            Album album,
            Closing closing,
            Launch launch,
            Allocations allocations,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.album = album;
        this.closing = closing;
        this.launch = launch;
        this.allocations = allocations;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Empty: it has not begun.
    ///
    /// @throws Problem UNKNOWN when there is no such order for the one who asks
    public Optional<HandOver> find(OrderId order, Asker asker) {
        launch.order(order, asker);
        return store.latest(order).map(album::look);
    }

    /// @throws Problem UNKNOWN when there is no such order for the one who asks, CONFLICT when it has not
    ///     begun
    public HandOver look(OrderId order, Asker asker) {
        return find(order, asker).orElseThrow(() -> notBegun(order));
    }

    /// The owner has it, by their own word on their own phone. Nobody says it for them; the same once more
    /// changes nothing.
    ///
    /// @throws Problem UNKNOWN; CONFLICT as long as it has not begun, or was not gone through
    public HandOver confirm(OrderId order, Asker asker) {
        launch.order(order, new Asker(asker.member(), false));
        Row found = store.latest(order).orElseThrow(() -> notBegun(order));
        boolean closed = Objects.requireNonNull(transactions.execute(status -> {
            Instant now = clock.instant();
            Row row = store.begin(order, found.unit(), found.member(), found.place(), found.checklist(), now);
            if (closing.protocol(row).doneAt == null) {
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "hand_over_not_done",
                        "The hand-over was not gone through yet. Confirm it once you have what is yours.");
            }
            if (store.given(order, row.serial(), row.place())
                    .filter(Given::quarantined)
                    .isPresent()) {
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "unit_quarantined",
                        "Unit '" + row.serial()
                                + "' is in quarantine and handed to nobody. We tell you what comes next.");
            }
            store.confirm(row.number(), now);
            return closing.close(
                    store.begin(order, row.unit(), row.member(), row.place(), row.checklist(), now), "owner", now);
        }));
        if (closed) {
            allocations.follow(order.launch());
        }
        return look(order, asker);
    }

    /// @throws Problem UNKNOWN; INVALID when it is no id
    public Photograph photo(OrderId order, String id, Asker asker) {
        launch.order(order, asker);
        return album.content(order, Photograph.id(id));
    }

    private static Problem notBegun(OrderId order) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "hand_over_not_begun",
                "The hand-over of order '" + order + "' has not begun: nothing was said of it yet.");
    }
}
