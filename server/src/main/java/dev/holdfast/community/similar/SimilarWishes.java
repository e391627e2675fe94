package dev.holdfast.community.similar;

import dev.holdfast.community.wish.Wish;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.Wishes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The face of similar wishes. Once a second its index follows the table.
public final class SimilarWishes implements AutoCloseable {
    public static final int MAX_FOUND = 20;
    public static final int MAX_TEXT = WishIndex.MAX_TEXT;

    /// A page of changes takes a fraction of it.
    private static final int CLOSING_SECONDS = 5;
    private static final Logger LOG = LoggerFactory.getLogger(SimilarWishes.class);

    private final WishIndex index = new WishIndex();
    private final Follower follower;
    private final Wishes wishes;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("similar-wishes").daemon(true).factory());
    private @Nullable ScheduledFuture<?> looking;

    SimilarWishes(ChangeStore changes, Wishes wishes) {
        this.follower = new Follower(changes, index);
        this.wishes = wishes;
    }

    void start() {
        looking = clock.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
    }

    /// Those that say what a text says, the nearest first; none while nothing like it is known.
    public List<Wish> to(String text, int most) {
        List<WishId> near = index.nearest(text, Math.clamp(most, 1, MAX_FOUND)).stream()
                .map(WishId::new)
                .toList();
        Map<WishId, Wish> found = wishes.some(near).stream().collect(Collectors.toMap(Wish::id, Function.identity()));
        // What was withdrawn since this instance looked last is not shown either.
        return near.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .filter(wish -> wish.state().isShown())
                .toList();
    }

    /// Follows the table to its end, unless it is being followed.
    synchronized void look() {
        try {
            boolean more = true;
            while (more && !clock.isShutdown()) {
                more = follower.follow();
            }
        } catch (RuntimeException failure) {
            // The next second tries again; an exception let through would end the schedule for ever.
            LOG.warn("The index of wishes could not follow: {}", failure.getMessage());
        }
    }

    @Override
    public void close() {
        if (looking != null) {
            looking.cancel(true);
        }
        clock.shutdownNow();
        try {
            if (clock.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                index.close();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
