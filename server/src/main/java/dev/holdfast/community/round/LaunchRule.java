package dev.holdfast.community.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A rule that an answer set for orders there were.
///
/// @param number among the rules of all launches
/// @param text by language, `en` and `zh`
/// @param day that it names, if it names one
/// @param offer of the orders it touches; null: of any
/// @param fromPosition of the first order it may touch
/// @param toPosition of the last one: never beyond those there were when it was set
/// @param touched orders that were found and told so far
/// @param done whether all were
public record LaunchRule(
        long number,
        String launch,
        int round,
        Kind kind,
        Map<String, String> text,
        @Nullable LocalDate day,
        @Nullable String offer,
        long fromPosition,
        long toPosition,
        long touched,
        boolean done,
        Instant at) {

    /// What a rule is about.
    public enum Kind {
        LOCK_DATE,
        REFUND,
        QUEUE
    }

    public LaunchRule {
        text = Map.copyOf(text);
    }

    boolean touches(String offerOfOrder, long position) {
        return (offer == null || offer.equals(offerOfOrder)) && position >= fromPosition && position <= toPosition;
    }
}
