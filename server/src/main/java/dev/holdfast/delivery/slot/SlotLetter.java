package dev.holdfast.delivery.slot;

import dev.holdfast.delivery.slot.SlotNews.Kind;
import dev.holdfast.delivery.slot.SlotNews.Told;
import dev.holdfast.member.mail.Letter;
import dev.holdfast.member.mail.LetterWriter;
import dev.holdfast.member.mail.Sentences;
import dev.holdfast.member.mail.Site;
import dev.holdfast.member.mail.ToldLetter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Function;

/// A letter about a hand-over: when and where, or that a time can be chosen, and the page where it is done.
final class SlotLetter {
    private static final Function<String, Sentences> SENTENCES = Sentences.beside(SlotLetter.class);

    private SlotLetter() {}

    static LetterWriter of(Kind kind, Site site) {
        return new ToldLetter<>(kind.word(), Told.class, SENTENCES, (told, words) -> write(kind, site, told, words));
    }

    private static Letter write(Kind kind, Site site, Told told, Sentences words) {
        ZoneId zone = ZoneId.of(told.zone());
        String when = told.from().isEmpty() ? "" : words.instant(Instant.parse(told.from()), zone);
        String place = words.name(told.place());
        String page = told.visit() == null ? "/orders/" + told.order() + "/slots" : told.visit();
        String key = told.visit() == null ? kind.word() : "visit." + kind.word();
        String text = words.say(key, when, place, words.instant(Instant.parse(told.turnUntil()), zone));
        return new Letter(
                words.say("subject." + key, when, place),
                text + "\n\n" + words.say("page", site.address().resolve(page)));
    }
}
