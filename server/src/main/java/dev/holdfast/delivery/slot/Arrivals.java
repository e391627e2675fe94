package dev.holdfast.delivery.slot;

import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Progress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// Opens an appointment for every order whose unit has really arrived, and for no other.
final class Arrivals {
    static final int MAX = 1_000;

    private final ArrivalStore store;
    private final AppointmentStore appointments;
    private final Progress progress;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Arrivals(
            ArrivalStore store,
            AppointmentStore appointments,
            Progress progress,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.appointments = appointments;
        this.progress = progress;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param order null: all, [#MAX] at a time
    /// @return how many came
    int arrive(@Nullable OrderId order) {
        List<ArrivalStore.Arrived> arrived = store.arrived(order, MAX);
        if (arrived.isEmpty()) {
            return 0;
        }
        Map<OrderId, String> members = progress.members(
                arrived.stream().map(ArrivalStore.Arrived::order).toList());
        return Objects.requireNonNull(transactions.execute(status -> {
            List<ArrivalStore.Arrived> came = store.arrive(arrived, members, clock.instant());
            came.forEach(one -> appointments.step(one.order(), "arrived", null, "unit_arrived", clock.instant()));
            return came.size();
        }));
    }

    List<ArrivalStore.Left> left() {
        return store.left(MAX);
    }
}
