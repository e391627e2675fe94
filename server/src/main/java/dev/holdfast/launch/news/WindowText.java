package dev.holdfast.launch.news;

import dev.holdfast.member.mail.Sentences;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What letters say of windows: what it was, what it is, and why.
final class WindowText {
    private WindowText() {}

    static List<String> moved(Sentences words, JsonNode told, Catalogue.Names names) {
        String what = what(words, Facts.monday(told, "was"), Facts.monday(told, "now"));
        return List.of(what, why(words, told), first(words, told));
    }

    private static String what(Sentences words, @Nullable LocalDate was, @Nullable LocalDate now) {
        if (now == null) {
            return was == null ? words.say("moved.waits") : words.say("moved.lost", days(words, was));
        }
        return was == null
                ? words.say("moved.reached", days(words, now))
                : words.say("moved", days(words, was), days(words, now));
    }

    /// What a part or a resource is called among planners is nothing for a letter: the explanation has words for it.
    static String why(Sentences words, JsonNode told) {
        JsonNode explanation = told.path("explanation");
        return explanation.isObject()
                ? words.say("reason.because", words.name(Facts.texts(explanation)))
                : words.say(
                        "reason",
                        words.sayOrQuote("reason.", told.path("reason").asString()));
    }

    /// The first promise: it is never forgotten.
    static String first(Sentences words, JsonNode told) {
        LocalDate first = Facts.monday(told, "first");
        return first == null ? words.say("first.none") : words.say("first", days(words, first));
    }

    static String days(Sentences words, LocalDate monday) {
        return words.days(monday, monday.plusDays(6));
    }
}
