package dev.holdfast.launch.news;

import dev.holdfast.member.mail.Sentences;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What letters say where money is the news: a compensation, and a deposit about to bind.
final class MoneyText {
    private MoneyText() {}

    static List<String> compensation(Sentences words, JsonNode told, Catalogue.Names names) {
        String amount = Facts.money(told, "amount").map(words::money).orElse("");
        LocalDate first = Facts.monday(told, "first");
        LocalDate now = Facts.monday(told, "now");
        String why = first == null || now == null
                ? words.say("compensation.why")
                : words.say("compensation.late", WindowText.days(words, first), WindowText.days(words, now));
        String how = words.say(told.path("setOff").asBoolean() ? "compensation.setOff" : "compensation.paidOut");
        return List.of(words.say("compensation", amount), why, how);
    }

    static List<String> settled(Sentences words, JsonNode told, Catalogue.Names names) {
        String amount = Facts.money(told, "amount").map(words::money).orElse("");
        String how = told.path("setOff").asBoolean() ? "settled.setOff" : "settled.paid";
        return List.of(
                words.say(how, amount),
                words.say("settled.reference", told.path("reference").asString()));
    }

    static List<String> lock(Sentences words, JsonNode told, Catalogue.Names names) {
        String deposit = Facts.money(told, "deposit").map(words::money).orElse("");
        return List.of(words.say("lock"), words.say("lock.binds", deposit), words.say("lock.not"));
    }
}
