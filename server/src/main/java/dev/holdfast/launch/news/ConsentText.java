package dev.holdfast.launch.news;

import dev.holdfast.kernel.Money;
import dev.holdfast.member.mail.Sentences;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What letters say of the question whether a member agrees to a later window: both windows, the reason, by when, both
/// choices and what each brings, and what silence does.
final class ConsentText {
    private ConsentText() {}

    static List<String> asked(Sentences words, JsonNode told, Catalogue.Names names) {
        return List.of(
                windows(words, told),
                WindowText.why(words, told),
                choice(words, told),
                until(words, told, names),
                WindowText.first(words, told));
    }

    static List<String> reminded(Sentences words, JsonNode told, Catalogue.Names names) {
        return List.of(
                words.say("reminded"),
                until(words, told, names),
                windows(words, told),
                WindowText.why(words, told),
                choice(words, told));
    }

    static List<String> withdrawn(Sentences words, JsonNode told, Catalogue.Names names) {
        LocalDate now = Facts.monday(told, "now");
        String agreed = agreed(words, told);
        String what = now == null
                ? words.say("withdrawn.unknown", agreed)
                : words.say("withdrawn", WindowText.days(words, now), agreed);
        return List.of(what, WindowText.why(words, told), WindowText.first(words, told));
    }

    static List<String> kept(Sentences words, JsonNode told, Catalogue.Names names) {
        LocalDate now = Facts.monday(told, "now");
        String how = words.say(told.path("bySilence").asBoolean() ? "kept.bySilence" : "kept.byWord");
        String what = now == null ? words.say("kept.unknown") : words.say("kept", WindowText.days(words, now));
        return List.of(how, what, WindowText.first(words, told));
    }

    static List<String> cancelled(Sentences words, JsonNode told, Catalogue.Names names) {
        String how = words.say(told.path("bySilence").asBoolean() ? "cancelled.bySilence" : "cancelled.byWord");
        return List.of(how, money(words, told, "cancelled.money"), windows(words, told), WindowText.why(words, told));
    }

    /// Against the window that was agreed to, which may not be the one that was told last.
    private static String windows(Sentences words, JsonNode told) {
        LocalDate now = Facts.monday(told, "now");
        String agreed = agreed(words, told);
        return now == null
                ? words.say("asked.lost", agreed)
                : words.say("asked.moved", agreed, WindowText.days(words, now));
    }

    private static String agreed(Sentences words, JsonNode told) {
        return Optional.ofNullable(Facts.monday(told, "agreed"))
                .map(agreed -> WindowText.days(words, agreed))
                .orElse("");
    }

    private static String choice(Sentences words, JsonNode told) {
        return words.say("asked.choice") + "\n" + money(words, told, "asked.money");
    }

    private static String until(Sentences words, JsonNode told, Catalogue.Names names) {
        Instant by = Instant.parse(told.path("answerBy").asString());
        String silence = told.path("silenceKeeps").asBoolean() ? "asked.silence.keeps" : "asked.silence.cancels";
        return words.say(silence, words.instant(by, ZoneId.of(names.zone())));
    }

    private static String money(Sentences words, JsonNode told, String key) {
        String refund = Facts.money(told, "refund").map(words::money).orElse("");
        Optional<Money> beside = Facts.money(told, "compensation");
        return beside.map(more -> words.say(key + ".double", refund, words.money(more)))
                .orElseGet(() -> words.say(key, refund));
    }
}
