package dev.holdfast.service.recall;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Units that are called back, and how far that is.
///
/// @param launch in whose room it stands; units of other launches may be among them
/// @param listed how long it took from the act to the list of units and owners
/// @param closedAt null: it is under way
/// @param units called back
/// @param owned those of them that somebody has
/// @param remedied of all of them
/// @param unreached owned, not remedied, and nobody reached their owner so far
public record Recall(
        int number,
        String launch,
        NewRecall told,
        Instant begunAt,
        String actor,
        Duration listed,
        @Nullable Instant closedAt,
        int units,
        int owned,
        int remedied,
        int unreached) {
    public boolean drill() {
        return told.drill();
    }
}
