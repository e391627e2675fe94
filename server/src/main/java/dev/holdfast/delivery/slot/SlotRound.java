package dev.holdfast.delivery.slot;

import dev.holdfast.launch.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.transaction.support.TransactionTemplate;

/// What time brings: units come and go, holds end, turns come, hand-overs are near, or nobody came.
///
/// Each appointment in a transaction of its own and looked at again under its lock, so that any number of
/// instances may do this and a letter is written once.
final class SlotRound {
    /// A centre's tablet may be off the air for a while after a hand-over: nobody is called missing who came.
    static final Duration MISSED_AFTER = Duration.ofHours(2);

    private static final int MAX = 1_000;

    private final Arrivals arrivals;
    private final DueStore due;
    private final AppointmentStore store;
    private final Booking booking;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    SlotRound(
            Arrivals arrivals,
            DueStore due,
            AppointmentStore store,
            Booking booking,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.arrivals = arrivals;
        this.due = due;
        this.store = store;
        this.booking = booking;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @return how many things there were to do
    int round() {
        Instant now = clock.instant();
        int done = arrivals.arrive(null);
        for (ArrivalStore.Left left : arrivals.left()) {
            done += each(List.of(left.order()), left.delivered() ? booking::done : booking::leave);
        }
        done += each(due.lapsed(now, MAX), booking::lapse);
        done += each(due.missed(now.minus(MISSED_AFTER), MAX), (one, at) -> booking.miss(one, MISSED_AFTER, at));
        done += each(due.toRemind(now.plus(Booking.REMIND_BEFORE), MAX), booking::remind);
        done += each(due.toInvite(now.minus(Booking.TURN), now, MAX), booking::invite);
        return done;
    }

    private int each(List<OrderId> orders, BiConsumer<Appointment, Instant> act) {
        int done = 0;
        for (OrderId order : orders) {
            done += Objects.requireNonNull(transactions.execute(status -> {
                Optional<Appointment> appointment = store.lock(order);
                appointment.ifPresent(one -> act.accept(one, clock.instant()));
                return appointment.isPresent() ? 1 : 0;
            }));
        }
        return done;
    }
}
