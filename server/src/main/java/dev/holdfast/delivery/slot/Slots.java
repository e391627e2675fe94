package dev.holdfast.delivery.slot;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.OrderId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of slots for owners: see what is free where their unit is, and choose; for their own order only.
public final class Slots {
    private final Arrivals arrivals;
    private final AppointmentStore store;
    private final SlotStore slots;
    private final Booking booking;
    private final HoldQueue holds;
    private final Launch launch;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Slots(
            Arrivals arrivals,
            AppointmentStore store,
            SlotStore slots,
            Booking booking,
            HoldQueue holds,
            Launch launch,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.arrivals = arrivals;
        this.store = store;
        this.slots = slots;
        this.booking = booking;
        this.holds = holds;
        this.launch = launch;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What can be chosen. Looking takes nothing and keeps nobody waiting.
    ///
    /// @throws Problem UNKNOWN when there is no such order for the one who asks, CONFLICT when its unit has
    ///     not arrived
    public Choice look(OrderId order, Asker asker) {
        launch.order(order, asker);
        return choice(here(order));
    }

    /// The same for a page that shows other things too; empty: the unit has not arrived.
    ///
    /// @throws Problem UNKNOWN
    public Optional<Choice> find(OrderId order, Asker asker) {
        launch.order(order, asker);
        return current(order).map(this::choice);
    }

    /// Keeps a slot for a quarter of an hour; an order that has a confirmed one moves to it at once.
    ///
    /// @throws Problem UNKNOWN when there is no such order or slot, CONFLICT when it cannot be had
    public Choice hold(OrderId order, long slot, Asker asker) {
        return holds.hold(order, asker.member(), slot)
                .orElseGet(() -> act(order, asker, (appointment, now) -> booking.choose(appointment, slot, now)));
    }

    /// @throws Problem UNKNOWN, CONFLICT when none is held
    public Choice confirm(OrderId order, Asker asker) {
        return act(order, asker, booking::confirm);
    }

    /// @throws Problem UNKNOWN, CONFLICT when there is none
    public Choice release(OrderId order, Asker asker) {
        return act(order, asker, (appointment, now) -> booking.release(appointment, "member", now));
    }

    private Choice act(OrderId order, Asker asker, BiFunction<Appointment, Instant, Appointment> act) {
        Optional<Appointment> acted = act(order, asker.member(), act);
        if (acted.isEmpty()) {
            // Whose it is stands in the appointment: in a rush the line is asked by those alone who have none. Nobody
            // chooses for somebody else, whatever else they may do.
            launch.order(order, new Asker(asker.member(), false));
            here(order);
            acted = act(order, asker.member(), act);
        }
        return chosen(acted.orElseThrow(() -> Refused.noUnitHere(order)));
    }

    /// Empty: they have no appointment, or not any more.
    private Optional<Appointment> act(OrderId order, String member, BiFunction<Appointment, Instant, Appointment> act) {
        return Objects.requireNonNull(transactions.execute(status -> store.lock(order, member)
                .filter(one -> !one.state().over())
                .map(one -> act.apply(one, clock.instant()))));
    }

    private Appointment here(OrderId order) {
        return current(order)
                .filter(one -> one.state() != Appointment.State.GONE)
                .orElseThrow(() -> Refused.noUnitHere(order));
    }

    /// The clock opens appointments every few seconds; whoever looks before it does opens their own.
    private Optional<Appointment> current(OrderId order) {
        Optional<Appointment> found = store.find(order);
        if (found.isPresent() && found.get().state() != Appointment.State.GONE) {
            return found;
        }
        return arrivals.arrive(order) > 0 ? store.find(order) : found;
    }

    Choice choice(Appointment appointment) {
        Instant now = clock.instant();
        Long had = appointment.slot();
        if (appointment.state().over()) {
            return Choice.made(appointment, had == null ? null : slot(had));
        }
        List<Slot> open = slots.open(appointment.region(), now);
        if (had != null) {
            // Whoever has one is behind nobody: in a rush it need not be counted.
            Slot own =
                    open.stream().filter(slot -> slot.number() == had).findAny().orElseGet(() -> slot(had));
            return new Choice(
                    appointment, own, 0, open.stream().mapToLong(Slot::free).sum(), open);
        }
        SlotBook.Standing standing = store.standing(appointment, now.minus(Booking.TURN), now);
        return new Choice(appointment, null, standing.ahead(), standing.free(), open);
    }

    /// After an act: whoever has a slot now looks again if they want another.
    Choice chosen(Appointment appointment) {
        Long had = appointment.slot();
        return had == null ? choice(appointment) : Choice.made(appointment, slot(had));
    }

    private @Nullable Slot slot(long number) {
        return slots.byNumber(number).orElse(null);
    }
}
