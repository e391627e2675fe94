package dev.holdfast.launch.news;

import dev.holdfast.member.mail.Sentences;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What letters say of campaigns and pledges.
final class PledgeText {
    private PledgeText() {}

    static List<String> succeeded(Sentences words, JsonNode told, Catalogue.Names names) {
        return List.of(words.say("campaign.succeeded"), words.say("campaign.charged", amount(words, told)));
    }

    static List<String> failed(Sentences words, JsonNode told, Catalogue.Names names) {
        return List.of(words.say("campaign.failed"), words.say("campaign.free", amount(words, told)));
    }

    static List<String> captured(Sentences words, JsonNode told, Catalogue.Names names) {
        return List.of(words.say("pledge.captured", amount(words, told)));
    }

    /// The date is of the moment the letter is queued for: whoever mended it since finds so on the page.
    static List<String> refused(Sentences words, JsonNode told, Catalogue.Names names) {
        JsonNode mendBy = told.path("mendBy");
        String next = mendBy.isString()
                ? words.say("pledge.mend", words.instant(Instant.parse(mendBy.asString()), ZoneId.of(names.zone())))
                : words.say("pledge.mended");
        return List.of(words.say("pledge.refused", amount(words, told)), next);
    }

    static List<String> dropped(Sentences words, JsonNode told, Catalogue.Names names) {
        return List.of(words.say("pledge.dropped", amount(words, told)));
    }

    private static String amount(Sentences words, JsonNode told) {
        return Facts.money(told, "amount").map(words::money).orElse("");
    }
}
