package dev.holdfast.community.integrity;

import dev.holdfast.community.wish.WishId;
import java.util.Map;

/// A wish about whose votes something was noticed.
///
/// @param noticed of how many votes each thing is, where it was not lifted
public record WatchedWish(WishId wish, Map<VoteSignal, Integer> noticed) {
    public WatchedWish {
        noticed = Map.copyOf(noticed);
    }
}
