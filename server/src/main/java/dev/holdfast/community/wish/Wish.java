package dev.holdfast.community.wish;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One wish as it stands.
///
/// @param number for people: the first wish is 1
/// @param wishClass the name of its [WishClass]
/// @param language in which it is written, `en` or `zh`
/// @param member who proposed it; shown to nobody else but as an alias
/// @param dueAt by when it is to have its official answer
/// @param decision the latest; null: none yet
/// @param mergedInto the wish that stands for it; null: none
/// @param supporters whose votes count for it, those that went back included
public record Wish(
        WishId id,
        long number,
        String wishClass,
        String language,
        String title,
        String text,
        String member,
        Instant at,
        Instant dueAt,
        WishState state,
        @Nullable Decision decision,
        @Nullable Instant decidedAt,
        @Nullable WishId mergedInto,
        int supporters,
        int comments) {}
