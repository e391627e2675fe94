package dev.holdfast.web.page;

import dev.holdfast.community.council.Suggestion;
import dev.holdfast.community.council.SuggestionState;
import dev.holdfast.community.council.SuggestionStep;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How a suggestion is told, wherever it stands.
final class CouncilWords {
    private CouncilWords() {}

    static String address(Suggestion suggestion) {
        return "/councils/" + suggestion.id().council() + "/" + suggestion.id().number();
    }

    static String title(Words words, Suggestion suggestion) {
        return suggestion.title().isEmpty() ? words.say("council.gone") : suggestion.title();
    }

    /// Where it stands, in a word.
    static String state(Words words, Suggestion suggestion) {
        return words.say(
                suggestion.due() != null && suggestion.overdue()
                        ? "council.state.OVERDUE"
                        : "council.state." + suggestion.state());
    }

    /// Of the badge: what is late stands out.
    static String kind(Suggestion suggestion) {
        if (suggestion.due() != null && suggestion.overdue()) {
            return "held";
        }
        return suggestion.state() == SuggestionState.DECLINED || suggestion.state() == SuggestionState.WITHDRAWN
                ? "closed"
                : suggestion.state().name();
    }

    /// What is due and when, or what came of it.
    static String standing(Words words, Suggestion suggestion) {
        return switch (suggestion.state()) {
            case BROUGHT, ASSIGNED, PUT_OFF -> due(words, suggestion, "council.due");
            case PROMISED -> due(words, suggestion, "council.promised");
            case DECLINED -> words.say("council.declined");
            case WITHDRAWN -> words.say("council.withdrawn");
            case DONE -> done(words, suggestion);
        };
    }

    private static String due(Words words, Suggestion suggestion, String key) {
        @Nullable LocalDate due = suggestion.due();
        @Nullable LocalDate judged = suggestion.judgedBy();
        if (due == null || judged == null) {
            return "";
        }
        var moved = due.equals(judged) ? "" : ".moved";
        var late = suggestion.overdue() ? ".late" : "";
        return words.say(key + late + moved, words.day(judged), words.day(due));
    }

    private static String done(Words words, Suggestion suggestion) {
        @Nullable LocalDate done = suggestion.doneOn();
        @Nullable LocalDate judged = suggestion.judgedBy();
        if (done == null || judged == null) {
            return "";
        }
        return words.say(
                suggestion.overdue() ? "council.done.late" : "council.done", words.day(done), words.day(judged));
    }

    /// What happened, with the day that was named.
    static String step(Words words, SuggestionStep step) {
        var decision = step.decision();
        var what = decision == null
                ? words.say("council.act." + step.act(), words.name(step.roleName()))
                : words.say("answer.decision." + decision);
        var due = step.due();
        return due == null ? what : words.say("council.by", what, words.day(due));
    }

    /// Who did it, and when.
    static String signed(Words words, SuggestionStep step) {
        var day = AnswerBoardPage.day(words, step.at());
        return step.decision() == null && step.act() != SuggestionStep.Act.DONE
                ? day
                : words.say("answer.signed", words.name(step.roleName()), day);
    }
}
