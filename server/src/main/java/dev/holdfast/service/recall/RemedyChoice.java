package dev.holdfast.service.recall;

import dev.holdfast.delivery.slot.Slot;
import dev.holdfast.service.work.WorkOrder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the remedy of an owner's unit stands, and what they can choose from.
///
/// @param work that has the parts; null: nothing is booked
/// @param slot that they have; null: none
/// @param open times with a place left, at stores that have the parts at hand; none once work has begun
/// @param partsOn when parts are expected; null: some are at hand, or nobody said when they come
public record RemedyChoice(
        Recalls.Own own,
        @Nullable WorkOrder work,
        @Nullable Slot slot,
        List<Slot> open,
        @Nullable LocalDate partsOn) {
    public RemedyChoice {
        open = List.copyOf(open);
    }

    /// In a stable word.
    public enum State {
        /// Nothing is booked, or nobody came.
        CHOOSE,
        BOOKED,
        IN_WORK,
        REMEDIED,
        /// The recall was closed before the unit was remedied.
        CLOSED
    }

    public State state() {
        if (own.unit().remedied() != null) {
            return State.REMEDIED;
        }
        if (work != null && work.state() == WorkOrder.State.IN_WORK) {
            return State.IN_WORK;
        }
        if (work != null && slot != null) {
            return State.BOOKED;
        }
        return own.recall().closedAt() == null ? State.CHOOSE : State.CLOSED;
    }
}
