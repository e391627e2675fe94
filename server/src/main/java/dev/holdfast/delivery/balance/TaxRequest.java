package dev.holdfast.delivery.balance;

import dev.holdfast.launch.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Says that a tax document is due, is due anew, or is void. Whoever issues it reads on from the last number
/// they know.
///
/// @param number 1, 2, 3 ... without a gap, in the order of commits
/// @param replaces the request before it; null: there was none
/// @param replacedBy the request after it, as of now; null: it stands
/// @param facts everything the document needs, as a JSON object, as it was then
public record TaxRequest(
        long number,
        OrderId order,
        Kind kind,
        @Nullable Long replaces,
        @Nullable Long replacedBy,
        Instant at,
        String facts) {
    public enum Kind {
        ISSUE,
        REPLACE,
        CANCEL
    }
}
