package dev.holdfast.community.tally;

import dev.holdfast.community.wish.VoteJournal;
import dev.holdfast.community.wish.VoteJournal.Untallied;
import dev.holdfast.kernel.Rounds;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Publishes totals without being asked: of a wish that was decided at once, of one that waits once a day,
/// where its journal went on. Of two instances that add the same, one has published it.
final class TallyClock {
    /// Often enough for anybody to follow, and one row a day of a wish that is voted for.
    static final Duration DAILY = Duration.ofDays(1);

    private static final int AT_ONCE = 50;
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Tallies tallies;
    private final VoteJournal journal;
    private final InstantSource clock;

    TallyClock(Tallies tallies, VoteJournal journal, InstantSource clock) {
        this.tallies = tallies;
        this.journal = journal;
        this.clock = clock;
    }

    Rounds rounds() {
        return new Rounds("tallies", EVERY, () -> tally() == AT_ONCE);
    }

    /// @return how many were added up
    int tally() {
        List<Untallied> wishes = journal.toTally(clock.instant().minus(DAILY), AT_ONCE);
        for (Untallied one : wishes) {
            tallies.publish(one.wish(), one.decided() ? Tally.Cause.DECIDED : Tally.Cause.DAILY);
        }
        return wishes.size();
    }
}
