package dev.holdfast.web.page;

import dev.holdfast.community.round.LaunchRule;
import dev.holdfast.community.round.QuestionRounds;
import dev.holdfast.community.round.RoundAnswer;
import dev.holdfast.community.round.Topic;
import dev.holdfast.launch.LaunchView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was asked about a launch, by topic, with what each round answered.
///
/// @param typed a question that could not be taken; empty: none
/// @param taken the reader's question was
record QuestionsPage(
        Frame frame,
        LaunchView launch,
        List<Topic> topics,
        String typed,
        boolean taken,
        @Nullable Notice notice) {
    QuestionsPage {
        topics = List.copyOf(topics);
    }

    Words words() {
        return frame.words();
    }

    String name() {
        return words().name(launch.definition().name());
    }

    String signed(RoundAnswer answer) {
        return words().say(
                        "round.signed",
                        words().number(answer.round()),
                        words().name(answer.roleName()),
                        AnswerBoardPage.day(words(), answer.at()));
    }

    int maxQuestion() {
        return QuestionRounds.MAX_QUESTION;
    }

    /// What a rule says, and whom it is for.
    static String rule(Words words, LaunchRule rule) {
        var day = rule.day();
        var said = words.say("round.rule." + rule.kind(), words.name(rule.text()));
        return day == null ? said : words.say("round.rule.day", said, words.day(day));
    }

    static String touches(Words words, LaunchRule rule) {
        return words.say(
                "round.rule.for",
                words.number(rule.fromPosition()),
                words.number(rule.toPosition()),
                words.number(rule.touched()));
    }
}
