package dev.holdfast.delivery.slot;

import dev.holdfast.delivery.slot.SlotNews.Kind;
import dev.holdfast.delivery.slot.SlotNews.Told;
import dev.holdfast.member.mail.Letter;
import dev.holdfast.member.mail.LetterWriter;
import dev.holdfast.member.mail.Recipient;
import dev.holdfast.member.mail.Sentences;
import dev.holdfast.member.mail.Site;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/// A letter about a hand-over: when and where, or that a time can be chosen, and the page where it is done.
final class SlotLetter implements LetterWriter {
    private static final Function<String, Sentences> SENTENCES = Sentences.beside(SlotLetter.class);

    private final Kind kind;
    private final Site site;

    SlotLetter(Kind kind, Site site) {
        this.kind = kind;
        this.site = site;
    }

    @Override
    public String kind() {
        return kind.word();
    }

    @Override
    public Optional<Letter> write(Recipient to, String facts, Instant queuedAt) {
        Told told = JsonMapper.shared().readValue(facts, Told.class);
        Sentences words = SENTENCES.apply(to.language());
        ZoneId zone = ZoneId.of(told.zone());
        String when = told.from().isEmpty() ? "" : words.instant(Instant.parse(told.from()), zone);
        String place = words.name(told.place());
        String page = told.visit() == null ? "/orders/" + told.order() + "/slots" : told.visit();
        String key = told.visit() == null ? kind.word() : "visit." + kind.word();
        String text = words.say(key, when, place, words.instant(Instant.parse(told.turnUntil()), zone));
        return Optional.of(new Letter(
                words.say("subject." + key, when, place),
                text + "\n\n" + words.say("page", site.address().resolve(page))));
    }
}
