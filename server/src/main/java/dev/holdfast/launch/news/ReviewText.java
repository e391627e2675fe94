package dev.holdfast.launch.news;

import dev.holdfast.member.mail.Sentences;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What letters say of a review: what was noticed, what it means for the order, who decided and why, and what its
/// member can say to it.
final class ReviewText {
    private ReviewText() {}

    static List<String> opened(Sentences words, JsonNode told, Catalogue.Names names) {
        List<String> said = new ArrayList<>(List.of(words.say("review.opened")));
        told.path("signals")
                .valueStream()
                .map(signal -> words.sayOrQuote("review.signal.", signal.asString()))
                .reduce((first, next) -> words.say("review.and", first, next))
                .ifPresent(all -> said.add(words.say("review.about", all)));
        said.add(words.say("review.harmless"));
        object(said, "review.explain", words, told, names);
        return said;
    }

    static List<String> kept(Sentences words, JsonNode told, Catalogue.Names names) {
        return List.of(words.say("review.kept"), reason(words, told));
    }

    static List<String> released(Sentences words, JsonNode told, Catalogue.Names names) {
        List<String> said = new ArrayList<>(List.of(words.say("review.released"), reason(words, told)));
        Facts.money(told, "refund").ifPresent(refund -> said.add(words.say("review.money", words.money(refund))));
        object(said, "review.object", words, told, names);
        return said;
    }

    static List<String> appealed(Sentences words, JsonNode told, Catalogue.Names names) {
        return List.of(words.say("review.appealed"));
    }

    static List<String> answered(Sentences words, JsonNode told, Catalogue.Names names) {
        return List.of(words.say("review.answered"), told.path("answer").asString());
    }

    private static String reason(Sentences words, JsonNode told) {
        return words.say("review.reason", told.path("reason").asString());
    }

    private static void object(
            List<String> said, String sentence, Sentences words, JsonNode told, Catalogue.Names names) {
        JsonNode before = told.path("appealBefore");
        if (before.isString()) {
            Instant until = Instant.parse(before.asString());
            said.add(words.say(sentence, words.instant(until, ZoneId.of(names.zone()))));
        }
    }
}
