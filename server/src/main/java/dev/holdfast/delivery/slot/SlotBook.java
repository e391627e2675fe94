package dev.holdfast.delivery.slot;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the rules of [Booking] read and write, in the running transaction: by statements for each ([SlotTables]), or
/// of many at once ([HoldBatch]).
interface SlotBook {
    /// @param ahead those who wait longer, and whose turn it is or has not come
    record Standing(long free, long ahead) {}

    Optional<Slot> byNumber(long slot);

    /// @return false: there is no place left in it, or it has begun
    boolean take(long slot, Instant now);

    void giveBack(long slot);

    /// @param began turns that began before this are over
    Standing standing(Appointment of, Instant began, Instant now);

    void write(Appointment to);

    void write(Appointment to, String step, @Nullable Long slot, String cause, Instant at);
}
