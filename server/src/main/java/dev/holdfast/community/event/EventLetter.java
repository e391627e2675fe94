package dev.holdfast.community.event;

import dev.holdfast.community.event.EventNews.Kind;
import dev.holdfast.community.event.EventNews.Told;
import dev.holdfast.member.mail.Letter;
import dev.holdfast.member.mail.LetterWriter;
import dev.holdfast.member.mail.Recipient;
import dev.holdfast.member.mail.Sentences;
import dev.holdfast.member.mail.Site;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/// A letter about a place: what happened, what is to be done until when, and the one page where it is done.
final class EventLetter implements LetterWriter {
    private static final Function<String, Sentences> SENTENCES = Sentences.beside(EventLetter.class);

    private final Kind kind;
    private final EventStore events;
    private final Site site;

    EventLetter(Kind kind, EventStore events, Site site) {
        this.kind = kind;
        this.events = events;
        this.site = site;
    }

    @Override
    public String kind() {
        return kind.word();
    }

    @Override
    public Optional<Letter> write(Recipient to, String facts, Instant queuedAt) {
        Told told = JsonMapper.shared().readValue(facts, Told.class);
        EventDefinition event = events.read(told.event()).definition();
        Sentences words = SENTENCES.apply(to.language());
        String name = words.name(event.name());
        String until = told.facts().get("until");
        String duty = told.facts().getOrDefault("duty", "");
        String text = words.say(
                kind.word(),
                name,
                until == null ? "" : words.instant(Instant.parse(until), event.timeZone()),
                event.duty(duty).map(one -> words.name(one.name())).orElse(duty),
                told.facts().getOrDefault("reason", ""));
        return Optional.of(new Letter(
                words.say("subject." + kind.word(), name),
                text + "\n\n" + words.say("page", site.address().resolve("/events/" + told.event()))));
    }
}
