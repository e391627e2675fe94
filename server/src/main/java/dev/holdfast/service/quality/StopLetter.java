package dev.holdfast.service.quality;

import dev.holdfast.member.mail.Letter;
import dev.holdfast.member.mail.LetterWriter;
import dev.holdfast.member.mail.Recipient;
import dev.holdfast.member.mail.Sentences;
import dev.holdfast.member.mail.Site;
import dev.holdfast.service.quality.StopNews.Kind;
import dev.holdfast.service.quality.StopNews.Told;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/// A letter about a unit that was stopped or let go: what the brand says of it, and the order's page.
final class StopLetter implements LetterWriter {
    private static final Function<String, Sentences> SENTENCES = Sentences.beside(StopLetter.class);

    private final Kind kind;
    private final Site site;

    StopLetter(Kind kind, Site site) {
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
        return Optional.of(new Letter(
                words.say("subject." + kind.word(), told.serial()),
                words.say(kind.word(), told.serial(), words.name(told.words())) + "\n\n"
                        + words.say("page", site.address().resolve("/orders/" + told.order()))));
    }
}
