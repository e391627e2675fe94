package dev.holdfast.community.integrity;

import dev.holdfast.community.wish.WishId;
import java.time.Duration;
import java.util.List;

/// The face for those who look after votes: which wishes have evidence, and how their votes came in. Nobody's name
/// is told by any of it.
public final class VoteWatch {
    public static final int MAX_PAGE = 100;
    public static final int MAX_SKIPPED = 10_000;
    /// As many as can be told apart in a small picture.
    public static final int MAX_BARS = 96;

    private static final int MAX_BURSTS = 20;
    /// Older votes are not drawn: the latest show what goes on.
    private static final int MAX_DRAWN = 100_000;

    /// Each a multiple of the ten minutes of a burst, so that none is torn.
    private static final List<Duration> SPANS = List.of(
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(5),
            Duration.ofDays(10));

    private static final Duration LONGEST = Duration.ofDays(50);

    private final WatchStore store;

    VoteWatch(WatchStore store) {
        this.store = store;
    }

    /// Those with most evidence first.
    public List<WatchedWish> page(int skip, int limit) {
        return store.page(Math.clamp(skip, 0, MAX_SKIPPED), Math.clamp(limit, 1, MAX_PAGE));
    }

    /// Nothing of a wish that nobody voted for.
    public WatchedVotes look(WishId wish) {
        Duration all = store.lasted(wish, MAX_DRAWN);
        Duration span = SPANS.stream()
                .filter(one -> all.dividedBy(one) < MAX_BARS)
                .findFirst()
                .orElse(LONGEST);
        return new WatchedVotes(
                store.sums(wish), store.bursts(wish, MAX_BURSTS), span, store.bars(wish, span, MAX_DRAWN));
    }
}
