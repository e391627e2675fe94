package dev.holdfast.delivery.slot;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One appointment, whose row the caller has, and the rows of slots, each by a statement of its own.
record SlotTables(SlotStore slots, AppointmentStore appointments) implements SlotBook {
    @Override
    public Optional<Slot> byNumber(long slot) {
        return slots.byNumber(slot);
    }

    @Override
    public boolean take(long slot, Instant now) {
        return slots.take(slot, now);
    }

    @Override
    public void giveBack(long slot) {
        slots.giveBack(slot);
    }

    @Override
    public Standing standing(Appointment of, Instant began, Instant now) {
        return appointments.standing(of, began, now);
    }

    @Override
    public void write(Appointment to) {
        appointments.write(to);
    }

    @Override
    public void write(Appointment to, String step, @Nullable Long slot, String cause, Instant at) {
        appointments.write(to, step, slot, cause, at);
    }
}
