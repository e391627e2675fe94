package dev.holdfast.community.wish;

import java.util.List;

/// What one member has going among wishes.
///
/// @param supported those they support, the latest first, at most [WishVotes#MAX_LISTED]
public record Standing(WishRules rules, int liveVotes, int openWishes, List<WishId> supported, List<WishId> followed) {
    public Standing {
        supported = List.copyOf(supported);
        followed = List.copyOf(followed);
    }

    /// A budget that was made smaller leaves nobody with less than nothing.
    public int votesLeft() {
        return Math.max(0, rules.liveVotes() - liveVotes);
    }
}
