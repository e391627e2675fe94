package dev.holdfast.launch;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A pledge as its backer sees it, beside its order.
///
/// @param addOns units by add-on
/// @param mendBy until when a refused payment may be mended; null: there is nothing to mend
/// @param attempts authorisations the bank has given so far
/// @param answers to the survey, by question
/// @param locked the survey and the address stand as they are
public record PledgeView(
        OrderId order,
        PledgeMoney money,
        boolean late,
        Map<String, Integer> addOns,
        @Nullable Instant mendBy,
        int attempts,
        Map<String, String> answers,
        boolean locked) {
    public PledgeView {
        addOns = Map.copyOf(addOns);
        answers = Map.copyOf(answers);
    }
}
