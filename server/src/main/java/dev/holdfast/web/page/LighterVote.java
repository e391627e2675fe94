package dev.holdfast.web.page;

import dev.holdfast.community.integrity.Appeal;
import dev.holdfast.community.integrity.OwnEvidence;
import dev.holdfast.community.integrity.VoteWeights;
import dev.holdfast.community.wish.Wish;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A vote of the reader's of which something is noticed, or was: how much it weighs, why, and what they said to it.
///
/// @param appeal null: they did not object
record LighterVote(
        Words words,
        Wish wish,
        List<OwnEvidence> noticed,
        VoteWeights weights,
        @Nullable Appeal appeal) {
    LighterVote {
        noticed = List.copyOf(noticed);
    }

    private List<OwnEvidence> standing() {
        return noticed.stream().filter(one -> !one.lifted()).toList();
    }

    String address() {
        return "/wishes/" + wish.id();
    }

    String title() {
        return wish.title().isEmpty() ? words.say("wish.number", words.number(wish.number())) : wish.title();
    }

    String heading() {
        return words.say(standing().isEmpty() ? "lighter.lifted" : "lighter.title");
    }

    String weight() {
        return words.hundredths(weights.weight(
                standing().stream().map(one -> one.evidence().signal()).toList()));
    }

    boolean lighter() {
        return !standing().isEmpty();
    }

    String why(OwnEvidence one) {
        return VoteWords.seen(words, one.evidence(), weights);
    }

    String less(OwnEvidence one) {
        return one.lifted()
                ? words.say("lighter.less.none")
                : words.say(
                        "lighter.less",
                        words.hundredths(weights.of(one.evidence().signal())));
    }

    /// Once for each vote.
    boolean mayAppeal() {
        return appeal == null && lighter();
    }

    /// When the reader objected, or when they were answered.
    String appealed() {
        var mine = appeal;
        if (mine == null) {
            return "";
        }
        var lifted = mine.lifted();
        var decided = mine.decidedAt();
        return lifted == null || decided == null
                ? words.say("lighter.waits", AnswerBoardPage.day(words, mine.at()))
                : words.say(
                        lifted ? "lighter.answered.lifted" : "lighter.answered.kept",
                        AnswerBoardPage.day(words, decided));
    }
}
