package dev.holdfast.delivery.slot;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.OrderId;
import java.time.Instant;

/// What owners are told who want what cannot be.
final class Refused {
    private Refused() {}

    static Problem noUnitHere(OrderId order) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "no_unit_here",
                "The unit of order '" + order + "' is not at a centre: a time is chosen once it has arrived. You get a"
                        + " letter then.");
    }

    static Problem unknownSlot(long slot) {
        return new Problem(
                Problem.Kind.UNKNOWN,
                "unknown_slot",
                "There is no slot " + slot + " where the unit of this order is. Look at the list again.");
    }

    static Problem slotGone(Slot slot) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "slot_gone",
                "The slot from " + slot.from()
                        + " is full or has begun. Choose another of the list; nothing was changed.");
    }

    static Problem notYourTurn(long ahead, long free) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "not_your_turn",
                "The " + free + " places that are free are kept for " + ahead
                        + " who wait longer, for a day each. You get a letter when it is your turn.");
    }

    static Problem noSlot(String wanted) {
        return new Problem(
                Problem.Kind.CONFLICT, "no_slot", "This order has no slot to " + wanted + ". Choose one first.");
    }

    static Problem holdOver(Instant until) {
        return new Problem(
                Problem.Kind.CONFLICT, "no_slot", "The slot was held until " + until + ". Choose one again.");
    }

    static Problem begun(Slot slot) {
        return new Problem(
                Problem.Kind.CONFLICT,
                "slot_began",
                "The time from " + slot.from() + " has begun. Speak to the centre; it sees your order.");
    }
}
