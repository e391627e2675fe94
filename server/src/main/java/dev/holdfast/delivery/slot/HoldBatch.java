package dev.holdfast.delivery.slot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Appointments and slots whose rows the running transaction has, as they stand after each act of a batch; written
/// down together at its end.
final class HoldBatch implements SlotBook {
    /// As PostgreSQL compares them: ids byte by byte.
    private static final Comparator<Appointment> TURNS = Comparator.comparing(Appointment::priorityAt)
            .thenComparing(one -> one.order().toString());

    private final Map<UUID, Appointment> appointments = new HashMap<>();
    private final Map<Long, Slot> slots = new HashMap<>();
    private final Map<UUID, Standing> standings;
    private final Map<UUID, Appointment> changed = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();
    /// By slot, how many more are taken.
    private final Map<Long, Integer> taken = new HashMap<>();
    /// By region, how many fewer places are free.
    private final Map<String, Integer> gone = new HashMap<>();
    /// Who waited when the batch began and has a slot now.
    private final List<Appointment> served = new ArrayList<>();

    /// What happened to an appointment.
    record Step(
            UUID order, Instant at, String step, @Nullable Long slot, String cause) {}

    /// @param standings of those who have no slot, all of one instant
    HoldBatch(Collection<Appointment> appointments, Collection<Slot> slots, Map<UUID, Standing> standings) {
        appointments.forEach(one -> this.appointments.put(one.order().value(), one));
        slots.forEach(slot -> this.slots.put(slot.number(), slot));
        this.standings = standings;
    }

    /// Empty: their row, or one of the slots it is about, is not among those that the batch has.
    Optional<Appointment> find(UUID order, long wanted) {
        return Optional.ofNullable(appointments.get(order))
                .filter(one -> slots.containsKey(wanted))
                .filter(one -> one.slot() == null || slots.containsKey(one.slot()));
    }

    Choice made(Appointment appointment) {
        Long had = appointment.slot();
        return Choice.made(appointment, had == null ? null : slots.get(had));
    }

    @Override
    public Optional<Slot> byNumber(long slot) {
        return Optional.ofNullable(slots.get(slot));
    }

    @Override
    public boolean take(long slot, Instant now) {
        Slot wanted = slots.get(slot);
        if (wanted == null || wanted.free() <= 0 || !wanted.from().isAfter(now)) {
            return false;
        }
        count(wanted, 1);
        return true;
    }

    @Override
    public void giveBack(long slot) {
        byNumber(slot).ifPresent(one -> count(one, -1));
    }

    private void count(Slot slot, int by) {
        slots.put(slot.number(), slot.withTaken(slot.taken() + by));
        taken.merge(slot.number(), by, Integer::sum);
        gone.merge(slot.region(), by, Integer::sum);
    }

    /// As it was when the batch began, less those who were served since.
    @Override
    public Standing standing(Appointment of, Instant began, Instant now) {
        Standing first = standings.getOrDefault(of.order().value(), new Standing(0, 0));
        long before = served.stream()
                .filter(one -> one.region().equals(of.region()) && TURNS.compare(one, of) < 0)
                .filter(one -> {
                    Instant invited = one.invitedAt();
                    return invited == null || invited.isAfter(began);
                })
                .count();
        return new Standing(first.free() - gone.getOrDefault(of.region(), 0), first.ahead() - before);
    }

    @Override
    public void write(Appointment to) {
        UUID order = to.order().value();
        Appointment from = appointments.put(order, to);
        if (from != null && from.state() == Appointment.State.WAITING && to.slot() != null) {
            served.add(from);
        }
        changed.put(order, to);
    }

    @Override
    public void write(Appointment to, String step, @Nullable Long slot, String cause, Instant at) {
        write(to);
        steps.add(new Step(to.order().value(), at, step, slot, cause));
    }

    void writeDown(SlotStore slotStore, AppointmentStore store) {
        if (!changed.isEmpty()) {
            slotStore.take(taken);
            store.write(changed.values());
            store.steps(steps);
        }
    }
}
