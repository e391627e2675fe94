package dev.holdfast.community.merge;

import dev.holdfast.community.merge.AnswerStore.Answer;
import dev.holdfast.community.wish.VoteMoves;
import dev.holdfast.community.wish.VoteMoves.Way;
import dev.holdfast.community.wish.Wish;
import dev.holdfast.kernel.Problem;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of merges for supporters: what they are asked, and what they say.
public final class MergeAnswers {
    private final MergeStore store;
    private final AnswerStore answers;
    private final VoteMoves moves;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    MergeAnswers(
            MergeStore store,
            AnswerStore answers,
            VoteMoves moves,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.answers = answers;
        this.moves = moves;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// The merges that ask a member and take answers, the oldest first; those answered with what was said.
    public List<Asked> asked(String member) {
        return answers.asked(member, clock.instant(), Merges.MAX_ASKING);
    }

    /// What a member said to a merge, whether it asks, is over or was undone; empty: nothing.
    public Optional<Said> said(long number, String member) {
        return answers.said(number, member);
    }

    /// Says yes, and the vote moves, or no, and it stays or comes back. May be said anew while answers are
    /// taken.
    ///
    /// @throws Problem UNKNOWN; CONFLICT `merge_over`, `wish_closed`, `not_a_supporter` or `votes_spent`
    public Merge answer(long number, String member, boolean agrees) {
        transactions.executeWithoutResult(status -> {
            Merge merge = store.lock(number).orElseThrow(() -> MergeProblems.unknown(number));
            // Of a wish that is decided the same is said before and after the clock has ended its merge.
            for (Wish wish : moves.lock(merge.source(), merge.target())) {
                if (!wish.state().waits()) {
                    throw MergeProblems.closed(wish);
                }
            }
            if (!merge.asksAt(clock.instant())) {
                throw MergeProblems.over(merge);
            }
            Answer before = answers.find(number, member).orElse(null);
            if (agrees) {
                agree(merge, member, before);
            } else {
                decline(merge, member, before);
            }
        });
        return store.find(number).orElseThrow();
    }

    private void agree(Merge merge, String member, @Nullable Answer before) {
        if (before != null && before.way() != null) {
            return;
        }
        Way way = moves.move(merge.source(), merge.target(), member, merge.number())
                .orElseThrow(() -> MergeProblems.notASupporter(merge));
        answers.say(merge.number(), member, way, clock.instant());
        store.count(merge.number(), 1, before == null ? 0 : -1, 0);
    }

    private void decline(Merge merge, String member, @Nullable Answer before) {
        Way way = before == null ? null : before.way();
        if (way != null) {
            boolean back = moves.moveBack(merge.source(), merge.target(), member, way, merge.number());
            if (!back && way == Way.JOINED) {
                throw MergeProblems.spent(merge);
            }
        } else if (before != null) {
            return;
        } else if (!moves.supports(merge.source(), member)) {
            throw MergeProblems.notASupporter(merge);
        }
        answers.say(merge.number(), member, null, clock.instant());
        store.count(merge.number(), way == null ? 0 : -1, 1, 0);
    }
}
