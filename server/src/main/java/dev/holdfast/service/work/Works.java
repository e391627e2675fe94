package dev.holdfast.service.work;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.OrderId;
import dev.holdfast.service.ticket.Owners;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of work orders for owners: what is to be done about their unit, what it costs them, and their
/// yes or no.
public final class Works {
    private final Owners owners;
    private final WorkStore store;
    private final Working working;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Works(Owners owners, WorkStore store, Working working, TransactionTemplate transactions, InstantSource clock) {
        this.owners = owners;
        this.store = store;
        this.working = working;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// The latest first.
    ///
    /// @throws Problem UNKNOWN when there is no such order for the one who asks
    public List<WorkOrder> of(OrderId order, Asker asker) {
        owners.find(order, asker);
        return store.ofOrder(order, WorkDesk.MAX_PAGE);
    }

    /// Agrees to pay; the same once more changes nothing.
    ///
    /// @throws Problem UNKNOWN when it is not theirs; CONFLICT when it is not offered any more
    public WorkOrder accept(long number, String owner) {
        return act(number, owner, (one, now) -> working.accept(one, owner, now));
    }

    /// @throws Problem UNKNOWN when it is not theirs; CONFLICT when it is not offered any more
    public WorkOrder decline(long number, String owner) {
        return act(number, owner, (one, now) -> working.decline(one, owner, now));
    }

    private interface Act {
        void on(WorkOrder order, Instant now);
    }

    private WorkOrder act(long number, String owner, Act act) {
        return Objects.requireNonNull(transactions.execute(status -> {
            WorkOrder one = store.lock(number)
                    .filter(found -> found.member().equals(owner))
                    .orElseThrow(() -> Refused.unknown(number));
            act.on(one, clock.instant());
            return store.find(number).orElseThrow();
        }));
    }
}
