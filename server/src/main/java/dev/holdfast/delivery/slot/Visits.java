package dev.holdfast.delivery.slot;

import dev.holdfast.launch.OrderId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of slots for those above who have somebody come for another reason than a hand-over: the same
/// counters, the
/// same turns, reminders and times of not coming.
///
/// A visit stands where an order does in the table of appointments, under an id that is no order's. It
/// waits in a line
/// of its own at each place, which takes nothing from those who wait for a hand-over.
public final class Visits {
    /// Before the place, where a hand-over has its region.
    static final String SERVICE = "service:";

    private final Slots slots;
    private final AppointmentStore store;
    private final Booking booking;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Visits(
            Slots slots,
            AppointmentStore store,
            Booking booking,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.slots = slots;
        this.store = store;
        this.booking = booking;
        this.transactions = transactions;
        this.clock = clock;
    }

    static boolean is(Appointment appointment) {
        return appointment.region().startsWith(SERVICE);
    }

    /// Somebody is to come to a place, in the running transaction; the same once more changes nothing.
    public void open(UUID visit, String member, String place) {
        store.open(new OrderId(visit), member, SERVICE + place, clock.instant());
    }

    /// What can be chosen; empty: there is no such visit.
    public Optional<Choice> look(UUID visit) {
        return store.find(new OrderId(visit)).map(slots::choice);
    }

    /// @throws dev.holdfast.kernel.Problem UNKNOWN when there is no such slot, CONFLICT when it cannot be had
    public Choice hold(UUID visit, long slot) {
        return act(visit, (appointment, now) -> booking.choose(appointment, slot, now));
    }

    /// @throws dev.holdfast.kernel.Problem CONFLICT when none is held
    public Choice confirm(UUID visit) {
        return act(visit, booking::confirm);
    }

    /// @throws dev.holdfast.kernel.Problem CONFLICT when there is none
    public Choice release(UUID visit) {
        return act(visit, (appointment, now) -> booking.release(appointment, "member", now));
    }

    private Choice act(UUID visit, BiFunction<Appointment, Instant, Appointment> act) {
        OrderId id = new OrderId(visit);
        return slots.choice(Objects.requireNonNull(transactions.execute(status -> {
            Appointment appointment =
                    store.lock(id).filter(one -> !one.state().over()).orElseThrow(() -> Refused.noSlot("choose"));
            return act.apply(appointment, clock.instant());
        })));
    }

    /// Whoever was to come is there, in the running transaction.
    public void came(UUID visit) {
        store.lock(new OrderId(visit)).ifPresent(one -> booking.done(one, clock.instant()));
    }

    /// Nobody has to come any more, in the running transaction: what they had is free.
    public void end(UUID visit) {
        store.lock(new OrderId(visit)).ifPresent(one -> booking.end(one, clock.instant()));
    }
}
