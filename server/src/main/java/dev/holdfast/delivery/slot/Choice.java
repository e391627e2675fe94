package dev.holdfast.delivery.slot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an owner can choose from.
///
/// @param slot that they have; null: none
/// @param ahead others who wait longer and for whom what is free is kept; 0 for who has one
/// @param free places in all slots that are left; for who has one, in those that are listed
/// @param open slots with a place left, the earliest first; none for who has just chosen
public record Choice(Appointment appointment, @Nullable Slot slot, long ahead, long free, List<Slot> open) {
    public Choice {
        open = List.copyOf(open);
    }

    /// What somebody has, without the others: in a rush, their list is most of what an answer costs.
    static Choice made(Appointment appointment, @Nullable Slot slot) {
        return new Choice(appointment, slot, 0, 0, List.of());
    }

    /// Whether they may take one now. Whoever has one may take another: that leaves as many as before.
    public boolean turn() {
        return slot != null || ahead < free;
    }
}
