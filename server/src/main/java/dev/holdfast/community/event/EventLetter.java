package dev.holdfast.community.event;

import dev.holdfast.community.event.EventNews.Kind;
import dev.holdfast.community.event.EventNews.Told;
import dev.holdfast.member.mail.Letter;
import dev.holdfast.member.mail.LetterWriter;
import dev.holdfast.member.mail.Sentences;
import dev.holdfast.member.mail.Site;
import dev.holdfast.member.mail.ToldLetter;
import java.time.Instant;
import java.util.function.Function;

/// A letter about a place: what happened, what is to be done until when, and the one page where it is done.
final class EventLetter {
    private static final Function<String, Sentences> SENTENCES = Sentences.beside(EventLetter.class);

    private EventLetter() {}

    static LetterWriter of(Kind kind, EventStore events, Site site) {
        return new ToldLetter<>(
                kind.word(),
                Told.class,
                SENTENCES,
                (told, words) -> write(kind, events.read(told.event()).definition(), site, told, words));
    }

    private static Letter write(Kind kind, EventDefinition event, Site site, Told told, Sentences words) {
        String name = words.name(event.name());
        String until = told.facts().get("until");
        String duty = told.facts().getOrDefault("duty", "");
        String text = words.say(
                kind.word(),
                name,
                until == null ? "" : words.instant(Instant.parse(until), event.timeZone()),
                event.duty(duty).map(one -> words.name(one.name())).orElse(duty),
                told.facts().getOrDefault("reason", ""));
        return new Letter(
                words.say("subject." + kind.word(), name),
                text + "\n\n" + words.say("page", site.address().resolve("/events/" + told.event())));
    }
}
