package dev.holdfast.web.page;

import dev.holdfast.community.answer.AnswerRole;
import dev.holdfast.community.answer.Boilerplate;
import dev.holdfast.community.answer.Preview;
import dev.holdfast.community.answer.WishAnswers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where an answer to one wish is written.
///
/// @param typed what the form holds, by field
/// @param preview what the rule against boilerplate said of it; null: it was not asked yet
record StaffAnswerPage(
        Frame frame,
        WishAnswers wish,
        List<AnswerRole> roles,
        Map<String, String> typed,
        @Nullable Preview preview,
        @Nullable Notice notice) {
    StaffAnswerPage {
        roles = List.copyOf(roles);
        typed = Map.copyOf(typed);
    }

    Words words() {
        return frame.words();
    }

    String field(String name) {
        return typed.getOrDefault(name, "");
    }

    /// How many answers the writer knows of: those that stood there when they began.
    String after() {
        var known = field("after");
        return known.isEmpty() ? Integer.toString(wish.answers().size()) : known;
    }

    String due() {
        var due = wish.due();
        return due == null
                ? words().say("answer.notDue")
                : words().say(wish.overdue() ? "desk.answer.overdue" : "answer.due", AnswerBoardPage.day(words(), due));
    }

    String used(Boilerplate.Use use) {
        return words().count("desk.answer.used", use.wishes());
    }
}
