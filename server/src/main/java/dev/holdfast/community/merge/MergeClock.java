package dev.holdfast.community.merge;

import dev.holdfast.community.merge.MergeStore.ToTell;
import dev.holdfast.community.tally.Tallies;
import dev.holdfast.community.tally.Tally;
import dev.holdfast.community.wish.Supporter;
import dev.holdfast.community.wish.VoteMoves;
import dev.holdfast.community.wish.WishState;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.kernel.Rounds;
import dev.holdfast.member.mail.Mails;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes to supporters that they are asked, ends merges whose time is over, and goes on with those that are
/// undone.
///
/// Each act is one transaction with the merge's row locked, so of two instances one does it, and whatever
/// dies is done again from where it was.
final class MergeClock {
    /// As it stands in the history of a wish.
    private static final String CLOCK = "clock";

    private static final int LETTERS = 500;
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final MergeStore store;
    private final Restoring restoring;
    private final Wishes wishes;
    private final VoteMoves moves;
    private final Tallies tallies;
    private final Mails mails;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    MergeClock(
            MergeStore store,
            Restoring restoring,
            Wishes wishes,
            VoteMoves moves,
            Tallies tallies,
            Mails mails,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.restoring = restoring;
        this.wishes = wishes;
        this.moves = moves;
        this.tallies = tallies;
        this.mails = mails;
        this.transactions = transactions;
        this.clock = clock;
    }

    Rounds rounds() {
        return new Rounds("merges", EVERY, this::work);
    }

    /// One act of each kind.
    ///
    /// @return false: there is nothing to do
    boolean work() {
        boolean told = once(() -> store.toTell().map(next -> () -> tell(next)));
        boolean closed = once(() -> store.toClose(clock.instant()).map(next -> () -> close(next)));
        boolean undone = once(() -> store.toUndo().map(next -> () -> restoring.step(next)));
        return told || closed || undone;
    }

    private boolean once(Supplier<Optional<Runnable>> look) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            Optional<Runnable> act = look.get();
            act.ifPresent(Runnable::run);
            return act.isPresent();
        }));
    }

    private void tell(ToTell next) {
        Merge merge = next.merge();
        List<Supporter> page = moves.supporters(merge.source(), next.position(), LETTERS);
        mails.queue(
                AskedLetter.KIND,
                page.stream().map(one -> AskedLetter.item(merge, one)).toList());
        int position = page.isEmpty() ? next.position() : page.getLast().voter();
        store.told(merge.number(), position, page.size() < LETTERS);
    }

    /// Where nobody stayed behind, the other stands for it.
    private void close(Merge merge) {
        boolean whole = merge.moved() > 0 && wishes.find(merge.target()).state().waits();
        @Nullable
        WishState before =
                whole ? wishes.merge(merge.source(), merge.target(), CLOCK).orElse(null) : null;
        tallies.publish(merge.source(), Tally.Cause.MERGE);
        tallies.publish(merge.target(), Tally.Cause.MERGE);
        store.close(merge.number(), before, clock.instant());
    }
}
