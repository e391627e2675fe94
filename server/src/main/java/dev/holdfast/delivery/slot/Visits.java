package dev.holdfast.delivery.slot;

import dev.holdfast.launch.OrderId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of slots for those above who have somebody come for another reason than a hand-over: the same
/// counters, the same turns, reminders and times of not coming.
///
/// A visit stands where an order does in the table of appointments, under an id that is no order's. It
/// waits in a line
/// of its own at each place, which takes nothing from those who wait for a hand-over.
public final class Visits {
    /// Before the place, where a hand-over has its region.
    static final String SERVICE = "service:";

    private final Slots slots;
    private final SlotStore slotStore;
    private final AppointmentStore store;
    private final Booking booking;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Visits(
            Slots slots,
            SlotStore slotStore,
            AppointmentStore store,
            Booking booking,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.slots = slots;
        this.slotStore = slotStore;
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
        return slots.chosen(
                Objects.requireNonNull(transactions.execute(status -> act.apply(live(visit), clock.instant()))));
    }

    /// Times with a place left, at any of these places, the earliest first.
    ///
    /// @param visit that somebody has already; null: whoever comes now
    public List<Slot> open(Collection<String> places, @Nullable UUID visit) {
        Instant now = clock.instant();
        List<String> regions = places.stream().map(SERVICE::concat).toList();
        return slotStore.openAt(regions, visit, now.minus(Booking.TURN), now);
    }

    /// A time for service, at whatever place.
    ///
    /// @throws dev.holdfast.kernel.Problem UNKNOWN
    public Slot time(long slot) {
        return slotStore
                .byNumber(slot)
                .filter(one -> one.bay() == Bay.SERVICE)
                .orElseThrow(() -> Refused.unknownSlot(slot));
    }

    /// When those come who have a time.
    public Map<UUID, Slot> times(Collection<UUID> visits) {
        return slotStore.ofVisits(visits);
    }

    /// Somebody comes at a time, or at another one at the same place, in the running transaction.
    ///
    /// @throws dev.holdfast.kernel.Problem CONFLICT when it cannot be had
    public void book(UUID visit, String member, Slot at) {
        Instant now = clock.instant();
        store.open(new OrderId(visit), member, at.region(), now);
        booking.confirm(booking.choose(live(visit), at.number(), now), now);
    }

    /// Somebody comes to another place instead, in the running transaction. Both times are locked in the order
    /// of their numbers, as whoever moves at one place does it.
    ///
    /// @param to the visit to the other place
    /// @throws dev.holdfast.kernel.Problem CONFLICT when it cannot be had, or what they have has begun
    public void move(UUID visit, UUID to, Slot at) {
        Appointment from = live(visit);
        Long had = from.slot();
        slotStore.lockThese(had == null ? List.of(at.number()) : List.of(had, at.number()));
        leave(visit);
        book(to, from.member(), at);
    }

    /// Somebody does not come after all, in the running transaction.
    ///
    /// @throws dev.holdfast.kernel.Problem CONFLICT when there is nothing to come to, or it has begun
    public void leave(UUID visit) {
        Instant now = clock.instant();
        Appointment from = live(visit);
        booking.end(from.state().hasSlot() ? booking.release(from, "member", now) : from, now);
    }

    private Appointment live(UUID visit) {
        return store.lock(new OrderId(visit))
                .filter(one -> !one.state().over())
                .orElseThrow(() -> Refused.noSlot("choose"));
    }

    /// The place cannot do it, in the running transaction; who had a time is told.
    public void withdraw(UUID visit) {
        store.lock(new OrderId(visit)).ifPresent(one -> booking.withdraw(one, "place_cannot", clock.instant()));
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
