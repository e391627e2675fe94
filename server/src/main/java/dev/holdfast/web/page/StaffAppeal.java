package dev.holdfast.web.page;

import dev.holdfast.community.integrity.Appeal;
import dev.holdfast.community.integrity.Evidence;
import dev.holdfast.community.wish.Wish;
import java.util.List;
import java.util.Objects;

/// An objection with what is noticed of the vote, for whoever decides it.
///
/// @param noticed and not lifted
record StaffAppeal(Appeal appeal, Wish wish, List<Evidence> noticed) {
    StaffAppeal {
        noticed = List.copyOf(noticed);
    }

    String about(Words words) {
        return words.say(
                "desk.votes.about",
                appeal.member(),
                words.number(appeal.position()),
                AnswerBoardPage.day(words, appeal.at()));
    }

    /// What was decided, by whom and when; empty: nothing yet.
    String decided(Words words) {
        var at = appeal.decidedAt();
        return at == null
                ? ""
                : words.say(
                        Boolean.TRUE.equals(appeal.lifted()) ? "desk.votes.lifted" : "desk.votes.kept",
                        Objects.requireNonNullElse(appeal.actor(), ""),
                        AnswerBoardPage.day(words, at));
    }
}
