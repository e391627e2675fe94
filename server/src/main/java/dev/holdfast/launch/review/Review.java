package dev.holdfast.launch.review;

import dev.holdfast.launch.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The review of one order, with all that was said in it.
///
/// @param number of its first step: reviews of a launch are in this order
/// @param launch the slug of its launch
/// @param appealBefore until then the member may object; null: they did, or there is nothing to object to
public record Review(
        long number,
        OrderId order,
        String launch,
        String member,
        int points,
        List<Evidence> evidence,
        List<Said> steps,
        Standing standing,
        @Nullable Instant appealBefore) {
    public Review {
        evidence = List.copyOf(evidence);
        steps = List.copyOf(steps);
    }

    /// One dated step; of its opening the text is the evidence, which stands above.
    public record Said(Act act, Instant at, String actor, String text) {}
}
