package dev.holdfast.community.merge;

import dev.holdfast.community.tally.Tallies;
import dev.holdfast.community.tally.TalliesOnPaper;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.WishWorld;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.MailsOnPaper;
import java.net.URI;
import java.util.List;

/// Two wishes that say the same, on a real database: `source` with three supporters, of whom `both` supports
/// `target`, too.
final class MergeWorld implements AutoCloseable {
    static final int DAYS = 14;
    private static final String BUDGETS_FIT = """
            select not exists (select from community.wish_budget b where b.live_votes <> (
              select count(*) from community.wish_support s where s.member = b.member and s.live))""";
    private static final URI SITE = URI.create("https://example.org");

    final WishWorld wishes = new WishWorld();
    final Mails mails = MailsOnPaper.mails(
            wishes.jdbc,
            wishes.transactions,
            wishes.clock,
            List.of(
                    new AskedLetter(new MergeStore(wishes.jdbc), () -> wishes.wishes, () -> SITE),
                    new UndoneLetter(new MergeStore(wishes.jdbc), () -> wishes.wishes, () -> SITE)));
    final Tallies tallies = TalliesOnPaper.tallies(wishes);
    final WishId source = wishes.proposed("author", "a hook for bags");
    final WishId target = wishes.proposed("another", "a place to hang a bag");
    final KeptMerges kept = new KeptMerges(wishes.jdbc);
    final Merges merges;
    final MergeAnswers answers;
    final MergeClock clock;

    MergeWorld() {
        this(MergeStore.LOCKED);
    }

    /// @param locked the statement that guards a merge
    MergeWorld(String locked) {
        MergeStore store = new MergeStore(wishes.jdbc, locked);
        AnswerStore answerStore = new AnswerStore(wishes.jdbc);
        Restoring restoring = new Restoring(store, answerStore, wishes.wishes, wishes.moves, mails, wishes.clock);
        merges = new Merges(
                store,
                restoring,
                wishes.wishes,
                wishes.moves,
                tallies,
                wishes.members,
                wishes.transactions,
                wishes.clock);
        answers = new MergeAnswers(store, answerStore, wishes.moves, wishes.transactions, wishes.clock);
        clock = new MergeClock(
                store, restoring, wishes.wishes, wishes.moves, tallies, mails, wishes.transactions, wishes.clock);
        for (String fan : List.of("mover", "silent", "both")) {
            wishes.votes.vote(source, fan);
        }
        wishes.votes.vote(target, "both");
    }

    Merge propose() {
        return merges.propose(new MergeProposal(source, target, "They say the same.", DAYS), "operator");
    }

    /// Until there is nothing to do.
    void work() {
        while (clock.work()) {
            // One act of each kind at a time.
        }
    }

    int supporters(WishId wish) {
        return wishes.wishes.find(wish).supporters();
    }

    /// Whether every figure is what its journal adds up to, and every budget what its member has going.
    boolean addsUp() {
        return supporters(source) == wishes.journal(source)
                && supporters(target) == wishes.journal(target)
                && wishes.jdbc.sql(BUDGETS_FIT).query(Boolean.class).single();
    }

    @Override
    public void close() {
        mails.close();
        wishes.close();
    }
}
