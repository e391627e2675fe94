package dev.holdfast.community.spec;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A change as it was published.
///
/// @param number among the changes of all products
/// @param version the first that has it
/// @param wishNumber of the wish that it answers; null: none
/// @param wishTitle null: none
public record ChangeRecord(
        long number,
        String product,
        int version,
        Change change,
        @Nullable Long wishNumber,
        @Nullable String wishTitle,
        Instant at) {}
