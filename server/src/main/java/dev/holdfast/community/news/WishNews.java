package dev.holdfast.community.news;

import dev.holdfast.community.wish.WishId;
import java.time.InstantSource;
import java.util.Map;

/// The face of news of wishes.
public final class WishNews {
    private final NewsStore store;
    private final InstantSource clock;

    WishNews(NewsStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// What can happen to a wish that those who care about it are written of.
    public enum Kind {
        ANSWERED,
        /// What was promised is in a spec.
        KEPT,
        /// The promised day is over.
        OVERDUE,
        /// Owners were not content.
        REOPENED
    }

    /// Writes down what happened, in the running transaction; the letters follow by themselves.
    ///
    /// @param occasion what tells it from other news of its kind about this wish; the same again is told once
    /// @param facts what the letter says, by the names that its sentences know. What has languages is there
    ///     twice, as `name.en` and `name.zh`
    public void note(WishId wish, Kind kind, String occasion, Map<String, String> facts) {
        store.note(wish, kind, occasion, facts, clock.instant());
    }
}
