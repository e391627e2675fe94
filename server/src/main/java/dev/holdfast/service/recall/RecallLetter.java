package dev.holdfast.service.recall;

import dev.holdfast.member.mail.Letter;
import dev.holdfast.member.mail.LetterWriter;
import dev.holdfast.member.mail.Recipient;
import dev.holdfast.member.mail.Sentences;
import dev.holdfast.member.mail.Site;
import dev.holdfast.service.recall.RecallNews.Told;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/// The letter to an owner whose unit is called back: what is wrong, what to do until it is remedied, and
/// how.
final class RecallLetter implements LetterWriter {
    private static final Function<String, Sentences> SENTENCES = Sentences.beside(RecallLetter.class);

    private final Site site;

    RecallLetter(Site site) {
        this.site = site;
    }

    @Override
    public String kind() {
        return RecallNews.KIND;
    }

    @Override
    public Optional<Letter> write(Recipient to, String facts, Instant queuedAt) {
        Told told = JsonMapper.shared().readValue(facts, Told.class);
        Sentences words = SENTENCES.apply(to.language());
        return Optional.of(new Letter(
                words.say("subject", told.serial()),
                words.say(
                        "text",
                        told.serial(),
                        words.name(told.title()),
                        words.name(told.remedy()),
                        site.address().resolve("/orders/" + told.order()))));
    }
}
