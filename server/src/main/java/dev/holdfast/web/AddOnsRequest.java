package dev.holdfast.web;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Add-ons as a fan asks for them: units by add-on.
final class AddOnsRequest {
    private static final int MAX_ADD_ONS = 50;
    private static final int MAX_UNITS = 100;

    private AddOnsRequest() {}

    /// @throws Problem INVALID when there are too many, or of one too many or none
    static Map<String, Integer> of(@Nullable Map<String, @Nullable Integer> asked) {
        Map<String, Integer> units = new HashMap<>();
        if (asked != null) {
            if (asked.size() > MAX_ADD_ONS) {
                throw invalid("addOns", "has more than " + MAX_ADD_ONS + " add-ons");
            }
            asked.forEach((addOn, count) -> {
                if (count == null || count < 1 || count > MAX_UNITS) {
                    throw invalid("addOns", "must have from 1 to " + MAX_UNITS + " of each");
                }
                units.put(addOn, count);
            });
        }
        return units;
    }

    private static Problem invalid(String where, String reason) {
        return new Problem(
                Problem.Kind.INVALID,
                "invalid_request",
                "The body does not fit: " + where + ": " + reason,
                List.of(new Fault(where, null, reason)));
    }
}
