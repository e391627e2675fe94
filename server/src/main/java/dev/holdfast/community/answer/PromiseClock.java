package dev.holdfast.community.answer;

import dev.holdfast.community.news.WishNews;
import dev.holdfast.kernel.Rounds;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.transaction.support.TransactionTemplate;

/// Notices that a promised day is over, and makes it news, once for each promise.
final class PromiseClock {
    private static final int MAX_TOLD = 500;
    /// Days end once a day; whoever is told a minute later was told in time.
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final PromiseReads promises;
    private final WishNews news;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    PromiseClock(PromiseReads promises, WishNews news, TransactionTemplate transactions, InstantSource clock) {
        this.promises = promises;
        this.news = news;
        this.transactions = transactions;
        this.clock = clock;
    }

    Rounds rounds() {
        return new Rounds("promised-days", EVERY, this::look);
    }

    /// @return whether there are more
    boolean look() {
        return Objects.requireNonNull(transactions.execute(status -> {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            List<PromisedWish> overdue = promises.untold(today, MAX_TOLD);
            overdue.forEach(promise -> {
                String by = promise.firstBy().toString();
                news.note(promise.wish(), WishNews.Kind.OVERDUE, by, Map.of("by", by));
            });
            return overdue.size() == MAX_TOLD;
        }));
    }
}
