package dev.holdfast.service.recall;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Kind;
import dev.holdfast.launch.OrderId;

/// What those are told who want what cannot be.
final class Refused {
    private Refused() {}

    static Problem unknown(int recall) {
        return new Problem(Kind.UNKNOWN, "unknown_recall", "There is no recall " + recall + ".");
    }

    static Problem notCalledBack(OrderId order, int recall) {
        return new Problem(
                Kind.CONFLICT,
                "not_called_back",
                "The unit of order '" + order + "' is not among those of recall " + recall
                        + ". Nothing has to be done.");
    }

    static Problem closed(Recall recall) {
        return new Problem(Kind.CONFLICT, "recall_closed", "Recall " + recall.number() + " is closed.");
    }

    static Problem remedied(String serial, Recall recall) {
        return new Problem(
                Kind.CONFLICT,
                "unit_remedied",
                "Unit '" + serial + "' was remedied in recall " + recall.number() + ". Nobody has to come.");
    }

    static Problem nothingBooked() {
        return new Problem(Kind.CONFLICT, "no_slot", "No time is booked for this unit. Choose one first.");
    }

    static Problem notServicedThere(String place) {
        return new Problem(
                Kind.CONFLICT,
                "parts_gone",
                "Nothing is remedied at '" + place + "' any more. Choose another of the list; nothing was changed.");
    }
}
