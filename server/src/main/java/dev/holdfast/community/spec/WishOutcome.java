package dev.holdfast.community.spec;

import java.util.List;

/// What became of an accepted wish, down to what owners say of it.
///
/// @param changes that answer it, the oldest first
/// @param last attempt at it
/// @param earlier attempts, of which each was opened again by its owners; the oldest first
public record WishOutcome(List<ChangeRecord> changes, Attempt last, List<Attempt> earlier) {
    /// How many have to have spoken before a wish is opened again.
    public static final int MIN_VERDICTS = 20;

    /// And how low the upper end of the interval has to lie: below it, most owners are not content, nearly
    /// for sure.
    public static final double TOO_LOW = 0.5;

    public WishOutcome {
        changes = List.copyOf(changes);
        earlier = List.copyOf(earlier);
    }

    static WishOutcome of(List<ChangeRecord> changes, List<Attempt> attempts) {
        return attempts.isEmpty()
                ? new WishOutcome(changes, Attempt.NONE, List.of())
                : new WishOutcome(changes, attempts.getLast(), attempts.subList(0, attempts.size() - 1));
    }
}
