package dev.holdfast.delivery.unit;

import dev.holdfast.delivery.unit.TellingStore.Due;
import dev.holdfast.delivery.unit.TellingStore.Returning;
import dev.holdfast.launch.Advance;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.transaction.support.TransactionTemplate;

/// Moves orders on as their units go, and back in line when a unit is taken from them.
///
/// The line decides each step by itself, in batches of its own. So the steps are taken first and what was
/// told is written down after: whoever dies in between takes the same steps again, which changes nothing. No
/// row that an erasure might wait for is held meanwhile, only one of this launch that is for nothing else: an
/// erasure holds the line.
final class OrderTeller {
    /// Steps of so many orders between two notes of how far it has come.
    private static final int MAX = 5_000;

    private static final List<OrderState> WAY =
            List.of(OrderState.SCHEDULED, OrderState.BUILT, OrderState.READY, OrderState.DELIVERED);
    private static final Map<OrderState, String> CAUSES = Map.of(
            OrderState.SCHEDULED, "unit_allocated",
            OrderState.BUILT, "unit_built",
            OrderState.READY, "unit_ready",
            OrderState.DELIVERED, "handed_over");

    private final TellingStore store;
    private final Progress progress;
    private final TransactionTemplate transactions;

    OrderTeller(TellingStore store, Progress progress, TransactionTemplate transactions) {
        this.store = store;
        this.progress = progress;
        this.transactions = transactions;
    }

    void tellAll() {
        store.launches().forEach(this::tell);
    }

    /// Until nothing is left to tell, or somebody else tells it.
    void tell(int launch) {
        boolean more = true;
        while (more) {
            more = Objects.requireNonNull(transactions.execute(status -> store.lock(launch) && tellSome(launch)));
        }
    }

    private boolean tellSome(int launch) {
        List<Returning> returning = store.returning(launch, MAX);
        if (!returning.isEmpty()) {
            // Before what they were given instead: an order that was READY begins anew.
            progress.advance(
                    launch,
                    returning.stream()
                            .map(one -> new Advance(one.order(), OrderState.LOCKED, one.cause()))
                            .toList(),
                    GivingStore.ACTOR);
            store.returned(returning.stream().map(Returning::order).toList());
            return true;
        }
        List<Due> due = store.due(launch, MAX);
        if (due.isEmpty()) {
            return false;
        }
        List<Advance> steps = new ArrayList<>();
        due.forEach(one -> steps(one, steps));
        // What is refused need not be told again: such an order left, and gives its unit back as soon as that is heard;
        // or
        // it was moved on by hand.
        progress.advance(launch, steps, GivingStore.ACTOR);
        store.told(due.stream()
                .map(one -> new Due(one.order(), target(one), one.unit()))
                .toList());
        return true;
    }

    private static void steps(Due due, List<Advance> steps) {
        OrderState target = target(due);
        for (OrderState state : WAY) {
            if (state.compareTo(due.told()) > 0 && state.compareTo(target) <= 0) {
                steps.add(new Advance(due.order(), state, Objects.requireNonNull(CAUSES.get(state))));
            }
        }
    }

    /// How far an order is whose unit is so far. A damaged one says nothing: it is about to be taken back.
    private static OrderState target(Due due) {
        return switch (due.unit()) {
            case BUILT, INSPECTED, SHIPPED, ARRIVED -> OrderState.BUILT;
            case READY -> OrderState.READY;
            case DELIVERED -> OrderState.DELIVERED;
            case DAMAGED -> due.told();
        };
    }
}
