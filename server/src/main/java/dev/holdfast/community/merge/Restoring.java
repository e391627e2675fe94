package dev.holdfast.community.merge;

import dev.holdfast.community.merge.AnswerStore.Answer;
import dev.holdfast.community.wish.VoteMoves;
import dev.holdfast.community.wish.Wish;
import dev.holdfast.community.wish.WishState;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.member.mail.Mails;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Takes a merge back: the source stands for itself again, and votes go back a page at a time, so that nobody
/// who wants to vote for one of the two waits long. All of it joins the running transaction, which holds the
/// merge's row.
final class Restoring {
    /// Some 10 ms under the locks of both wishes.
    static final int PAGE = 200;

    private final MergeStore store;
    private final AnswerStore answers;
    private final Wishes wishes;
    private final VoteMoves moves;
    private final Mails mails;
    private final InstantSource clock;

    Restoring(MergeStore store, AnswerStore answers, Wishes wishes, VoteMoves moves, Mails mails, InstantSource clock) {
        this.store = store;
        this.answers = answers;
        this.wishes = wishes;
        this.moves = moves;
        this.mails = mails;
        this.clock = clock;
    }

    void begin(Merge merge, String reason, String operator) {
        WishState before = merge.before();
        if (before != null && wishes.find(merge.source()).state() == WishState.MERGED) {
            wishes.unmerge(merge.source(), before, operator);
        }
        for (Wish wish : moves.lock(merge.source(), merge.target())) {
            if (!wish.state().waits()) {
                throw MergeProblems.closed(wish);
            }
        }
        store.undo(merge.number(), reason);
    }

    /// One page of those who agreed. What was decided meanwhile was decided with the votes that it has, and
    /// ends it.
    void step(Merge merge) {
        boolean wait = moves.lock(merge.source(), merge.target()).stream()
                .allMatch(wish -> wish.state().waits());
        List<Answer> page = wait ? answers.toRestore(merge.number(), PAGE) : List.of();
        List<Mails.Item> letters = new ArrayList<>();
        for (Answer answer : page) {
            boolean back = moves.moveBack(
                    merge.source(),
                    merge.target(),
                    answer.member(),
                    Objects.requireNonNull(answer.way()),
                    merge.number());
            answers.restored(answer.number(), back);
            store.count(merge.number(), 0, 0, back ? 1 : 0);
            letters.add(UndoneLetter.item(merge, answer, back));
        }
        mails.queue(UndoneLetter.KIND, letters);
        if (page.size() < PAGE) {
            store.undone(merge.number(), clock.instant());
        }
    }
}
