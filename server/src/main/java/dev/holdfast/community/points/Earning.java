package dev.holdfast.community.points;

import org.jspecify.annotations.Nullable;

/// What became of an activity that was told.
///
/// @param replayed it was told before, and nothing was done
public record Earning(Earned earned, boolean replayed) {
    /// Something that a member did, or that happened to them.
    ///
    /// @param rule by which it earns
    /// @param activity names it for ever: it earns once under this rule, whatever is told again
    /// @param points at most what the rule gives; null: that
    public record Activity(
            String member,
            String rule,
            String activity,
            @Nullable Long points) {}
}
