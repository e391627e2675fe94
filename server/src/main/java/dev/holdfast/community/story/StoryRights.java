package dev.holdfast.community.story;

import dev.holdfast.kernel.Rounds;
import dev.holdfast.member.mail.Mails;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells owners that a right of theirs is over: nobody has to count the months.
final class StoryRights {
    private static final int MAX_TOLD = 200;
    /// Rights are granted for months.
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final StoryTrail trail;
    private final Mails mails;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    StoryRights(StoryTrail trail, Mails mails, TransactionTemplate transactions, InstantSource clock) {
        this.trail = trail;
        this.mails = mails;
        this.transactions = transactions;
        this.clock = clock;
    }

    Rounds rounds() {
        return new Rounds("story-rights", EVERY, this::round);
    }

    /// @return whether there are more
    boolean round() {
        return Objects.requireNonNull(transactions.execute(status -> {
            List<StoryTrail.Ended> ended = trail.ended(clock.instant(), MAX_TOLD);
            mails.queue(
                    StoryLetter.KIND,
                    ended.stream()
                            .filter(StoryTrail.Ended::stopped)
                            .map(one ->
                                    StoryLetter.item(one.story(), one.member(), StoryLetter.News.ENDED, one.number()))
                            .toList());
            return ended.size() == MAX_TOLD;
        }));
    }
}
