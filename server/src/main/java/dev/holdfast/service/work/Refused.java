package dev.holdfast.service.work;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Kind;
import java.time.LocalDate;

/// What those are told who want what cannot be.
final class Refused {
    private Refused() {}

    static Problem unknown(long number) {
        return new Problem(
                Kind.UNKNOWN,
                "unknown_work_order",
                "There is no work order " + number + " that you may see. Maybe it is at another place.");
    }

    static Problem wrongState(WorkOrder order, String act) {
        return new Problem(
                Kind.CONFLICT,
                "work_order_wrong_state",
                "The work order is " + order.state() + ", so the act '" + act + "' is not possible. Look at it again.");
    }

    static Problem partsMissing(WorkOrder order) {
        LocalDate on = order.partsOn();
        String parts =
                String.join(", ", order.missing().stream().map(WorkLine::part).toList());
        return new Problem(
                Kind.CONFLICT,
                "parts_missing",
                "Not all parts are there: " + parts + (on == null ? "; nobody said when they come" : ", expected " + on)
                        + ". Whoever waits for a part gets it in order.");
    }

    static Problem workPlanned(long ticket) {
        return new Problem(
                Kind.CONFLICT,
                "work_planned",
                "A work order for ticket " + ticket + " is open, and its parts are kept here. Cancel it first.");
    }

    static Problem partsGone(WorkOrder order) {
        return new Problem(
                Kind.CONFLICT,
                "parts_gone",
                "The parts were given to others at '" + order.place()
                        + "' meanwhile. Choose another of the list; nothing was changed.");
    }

    static Problem notDiagnosed(long ticket) {
        return new Problem(
                Kind.CONFLICT,
                "ticket_wrong_state",
                "Ticket " + ticket + " has no diagnosis, or is over. Say first what it is.");
    }
}
