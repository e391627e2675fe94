package dev.holdfast.service.work;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.kernel.Problem.Kind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    static Problem notDiagnosed(long ticket) {
        return new Problem(
                Kind.CONFLICT,
                "ticket_wrong_state",
                "Ticket " + ticket + " has no diagnosis, or is over. Say first what it is.");
    }

    static Problem invalid(String field, @Nullable String value, String reason) {
        return new Problem(
                Kind.INVALID,
                "invalid_request",
                "Nothing was changed: " + field + " " + reason + ".",
                List.of(new Fault(field, value, reason)));
    }
}
