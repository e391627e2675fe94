package dev.holdfast.community.merge;

import dev.holdfast.community.tally.Tallies;
import dev.holdfast.community.tally.Tally;
import dev.holdfast.community.wish.VoteMoves;
import dev.holdfast.community.wish.Wish;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.kernel.Problem;
import dev.holdfast.member.Members;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of merges for the product team and for everybody who looks.
public final class Merges {
    public static final int MAX_PAGE = 100;
    /// At a time: each member's list of open questions looks at all of them.
    public static final int MAX_ASKING = 200;

    private final MergeStore store;
    private final Restoring restoring;
    private final Wishes wishes;
    private final VoteMoves moves;
    private final Tallies tallies;
    private final Members members;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Merges(
            MergeStore store,
            Restoring restoring,
            Wishes wishes,
            VoteMoves moves,
            Tallies tallies,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.restoring = restoring;
        this.wishes = wishes;
        this.moves = moves;
        this.tallies = tallies;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Begins to ask the supporters of the source. Totals of both wishes as they are before are published.
    ///
    /// @throws Problem UNKNOWN; INVALID; CONFLICT `wish_closed`, `merge_running` or `too_many_merges`
    public Merge propose(MergeProposal proposal, String operator) {
        MergeProblems.hold(proposal.reason());
        if (proposal.answerDays() < 1 || proposal.answerDays() > MergeProposal.MAX_DAYS) {
            throw MergeProblems.invalid("answerDays", "must be a whole number from 1 to " + MergeProposal.MAX_DAYS);
        }
        if (proposal.source().equals(proposal.target())) {
            throw MergeProblems.invalid("into", "must be another wish");
        }
        return Objects.requireNonNull(transactions.execute(status -> {
            Wish source = waiting(proposal);
            if (store.running(proposal.source(), proposal.target())) {
                throw MergeProblems.running(source);
            }
            if (store.asking() >= MAX_ASKING) {
                throw MergeProblems.tooMany(MAX_ASKING);
            }
            Tally ofSource =
                    tallies.publish(proposal.source(), Tally.Cause.MERGE).tally();
            Tally ofTarget =
                    tallies.publish(proposal.target(), Tally.Cause.MERGE).tally();
            Instant now = now();
            long number = store.propose(proposal, now, now.plus(Duration.ofDays(proposal.answerDays())));
            members.audit(
                    operator,
                    "propose_merge",
                    proposal.source().toString(),
                    "merge " + number + " into " + proposal.target() + " (tallies " + ofSource.number() + " and "
                            + ofTarget.number() + "): " + proposal.reason());
            return find(number);
        }));
    }

    private Wish waiting(MergeProposal proposal) {
        List<Wish> both = moves.lock(proposal.source(), proposal.target());
        for (WishId id : List.of(proposal.source(), proposal.target())) {
            Wish wish = both.stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> MergeProblems.unknownWish(id));
            if (!wish.state().waits()) {
                throw MergeProblems.closed(wish);
            }
        }
        return wishes.find(proposal.source());
    }

    /// @throws Problem UNKNOWN
    public Merge find(long number) {
        return store.find(number).orElseThrow(() -> MergeProblems.unknown(number));
    }

    /// Those that a wish had a part in, the latest first, before the given number.
    ///
    /// @throws Problem UNKNOWN
    public List<Merge> of(WishId wish, long before, int limit) {
        wishes.find(wish);
        return store.of(wish, before, Math.clamp(limit, 1, MAX_PAGE));
    }

    /// The latest first, before the given number.
    ///
    /// @param open those alone that are under way
    public List<Merge> page(boolean open, long before, int limit) {
        return store.page(open, before, Math.clamp(limit, 1, MAX_PAGE));
    }

    /// Ends it and gives every vote back that it moved and that its member did not take back themselves; a
    /// large one goes on after the answer.
    ///
    /// @throws Problem UNKNOWN; INVALID; CONFLICT `merge_over` when it was undone before, `wish_closed` when one of
    ///     the wishes is decided
    public Merge undo(long number, String reason, String operator) {
        MergeProblems.hold(reason);
        return Objects.requireNonNull(transactions.execute(status -> {
            Merge merge = store.lock(number).orElseThrow(() -> MergeProblems.unknown(number));
            if (merge.state() == Merge.State.UNDOING || merge.state() == Merge.State.UNDONE) {
                throw MergeProblems.over(merge);
            }
            restoring.begin(merge, reason, operator);
            members.audit(operator, "undo_merge", merge.source().toString(), "merge " + number + ": " + reason);
            restoring.step(find(number));
            return find(number);
        }));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
