package dev.holdfast.web.page;

import dev.holdfast.community.answer.Answer;

/// How an official answer is told, wherever it stands.
final class AnswerWords {
    private AnswerWords() {}

    static String signed(Words words, Answer answer) {
        return words.say("answer.signed", words.name(answer.roleName()), AnswerBoardPage.day(words, answer.at()));
    }

    /// What was decided, with the date that goes with it.
    static String decided(Words words, Answer answer) {
        var decision = words.say("answer.decision." + answer.decision());
        var by = answer.promisedBy();
        return by == null ? decision : words.say("answer.decidedBy", decision, words.day(by));
    }
}
