package dev.holdfast.web.page;

import dev.holdfast.community.answer.AnswerRole;
import dev.holdfast.community.round.LaunchRule;
import dev.holdfast.community.round.Question;
import dev.holdfast.community.round.Topic;
import dev.holdfast.launch.LaunchView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the product team puts questions under topics, and writes the next round.
///
/// @param typed what the form of the round holds, by field
/// @param size of a full page of questions
record StaffQuestionsPage(
        Frame frame,
        LaunchView launch,
        List<Question> loose,
        List<Topic> topics,
        List<LaunchRule> rules,
        List<AnswerRole> roles,
        int next,
        Map<String, String> typed,
        int size,
        @Nullable Notice notice) {
    StaffQuestionsPage {
        loose = List.copyOf(loose);
        topics = List.copyOf(topics);
        rules = List.copyOf(rules);
        roles = List.copyOf(roles);
        typed = Map.copyOf(typed);
    }

    Words words() {
        return frame.words();
    }

    String address() {
        return "/operator/launches/" + launch.slug() + "/questions";
    }

    String field(String name) {
        return typed.getOrDefault(name, "");
    }

    String asked(Question question) {
        return AnswerBoardPage.day(words(), question.at());
    }

    @Nullable
    String more() {
        return loose.size() < size
                ? null
                : address() + "?after=" + loose.getLast().number();
    }
}
