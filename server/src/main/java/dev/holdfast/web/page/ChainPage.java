package dev.holdfast.web.page;

import dev.holdfast.community.answer.Answer;
import dev.holdfast.community.answer.WishAnswers;
import dev.holdfast.community.spec.Attempt;
import dev.holdfast.community.spec.WishOutcome;
import dev.holdfast.community.wish.Comment;
import dev.holdfast.community.wish.Decision;
import dev.holdfast.community.wish.Standing;
import dev.holdfast.community.wish.Wish;
import dev.holdfast.community.wish.WishState;
import dev.holdfast.community.wish.WishStep;
import dev.holdfast.launch.LaunchView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One wish and all that became of it, from whoever proposed it to what owners say.
///
/// @param author   an alias; null: erased
/// @param votes    how they were added last, whether they may move, and what the reader's own weighs
/// @param own      what the reader has to do with it; null: nobody is signed in
/// @param mergedTo null: it stands for itself
/// @param steps    how it came to stand as it does, the oldest first
/// @param next     the number of the last comment shown; null: there are no more
/// @param typed    what a form that was refused holds
record ChainPage(
        Frame frame,
        WishLine line,
        @Nullable String author,
        WishAnswers answers,
        WishOutcome outcome,
        List<LaunchView> launches,
        List<WishStep> steps,
        ChainVotes votes,
        @Nullable Own own,
        @Nullable Wish mergedTo,
        List<Said> talk,
        @Nullable Integer next,
        Typed typed,
        Instant now,
        @Nullable Notice notice) {
    ChainPage {
        launches = List.copyOf(launches);
        steps = List.copyOf(steps);
        talk = List.copyOf(talk);
    }

    /// What the reader has to do with a wish.
    record Own(Standing standing, boolean supports, boolean follows, boolean proposed) {}

    /// What somebody said.
    ///
    /// @param author an alias; null: erased
    /// @param own whether the reader said it
    record Said(Comment comment, @Nullable String author, boolean own) {}

    Words words() {
        return frame.words();
    }

    Wish wish() {
        return line.wish();
    }

    String address() {
        return line.address();
    }

    /// Where it stands, in one sentence.
    String stands() {
        return switch (wish().state()) {
            case OPEN -> due(answers.last() == null ? "wish.stands.OPEN" : "wish.stands.asked");
            case REOPENED -> due("wish.stands.REOPENED");
            case ANSWERED -> answered();
            case MERGED, WITHDRAWN -> words().say("wish.stands." + wish().state());
        };
    }

    private String due(String sentence) {
        return words().say(answers.overdue() ? sentence + ".overdue" : sentence, day(wish().dueAt()));
    }

    private String answered() {
        var last = answers.last();
        return last == null
                ? line.standing()
                : words().say(
                                "wish.stands.ANSWERED",
                                AnswerWords.decided(words(), last),
                                AnswerWords.signed(words(), last));
    }

    /// When a decision that was put off is due again; null: nothing is.
    @Nullable
    String dueAgain() {
        var due = wish().state() == WishState.ANSWERED ? answers.due() : null;
        return due == null ? null : words().say("answer.due", day(due));
    }

    String day(Instant at) {
        return AnswerBoardPage.day(words(), at);
    }

    String author(@Nullable String alias) {
        return alias == null ? words().say("wish.author.gone") : words().say("wish.author", alias);
    }

    /// Those before the one that holds, the oldest first.
    List<Answer> earlier() {
        var all = answers.answers();
        return all.isEmpty() ? List.of() : all.subList(0, all.size() - 1);
    }

    /// Whether anything is to come after the answer: nothing does once the brand said no.
    boolean goesOn() {
        var last = answers.last();
        return wish().state().waits()
                || !outcome.changes().isEmpty()
                || (wish().state() == WishState.ANSWERED
                        && last != null
                        && (last.decision() == Decision.ACCEPTED || last.decision() == Decision.ACCEPTED_IN_PART));
    }

    /// What stands in place of the change until there is one.
    String promised() {
        var last = answers.last();
        var by = last == null || last.decision() == Decision.LATER ? null : last.promisedBy();
        if (by == null) {
            return words().say("wish.chain.change.none");
        }
        boolean over = LocalDate.ofInstant(now, ZoneOffset.UTC).isAfter(by);
        return words().say(over ? "wish.chain.promiseOver" : "promised.by", words().day(by));
    }

    /// What owners said of what was built before they opened the wish again, in one sentence.
    String earlier(Attempt attempt) {
        var until = attempt.reopenedAt();
        var interval = attempt.interval();
        return words().say(
                        "verdict.earlier",
                        words().number(attempt.number()),
                        until == null ? "" : day(until),
                        words().number(attempt.delivered()),
                        words().number(attempt.good()),
                        words().number(attempt.notGood()),
                        words().number(attempt.notThere()),
                        interval == null ? "" : words().share(interval.high()));
    }

    String name(LaunchView launch) {
        return words().name(launch.definition().name());
    }

    /// How its votes were added last; null: nothing was published yet.
    @Nullable
    String counted() {
        var last = votes.tally();
        return last == null
                ? null
                : words().say(
                                "wish.tally",
                                words().instant(last.cutAt(), ZoneOffset.UTC),
                                words().number(last.total()),
                                VoteWords.weighted(words(), last));
    }

    /// Its author may take it back while nobody else supports it.
    boolean mayWithdraw() {
        int mine = own != null && own.supports() ? 1 : 0;
        return own != null && own.proposed() && wish().state().waits() && wish().supporters() <= mine;
    }

    boolean talks() {
        return own != null && wish().state() != WishState.WITHDRAWN;
    }

    String budget() {
        return own == null ? "" : MyWishesPage.budget(words(), own.standing());
    }

    String step(WishStep step) {
        return words().say("wish.step", day(step.at()), words().sayOrQuote("wish.cause.", step.cause()));
    }
}
