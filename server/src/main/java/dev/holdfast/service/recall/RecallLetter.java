package dev.holdfast.service.recall;

import dev.holdfast.member.mail.Letter;
import dev.holdfast.member.mail.LetterWriter;
import dev.holdfast.member.mail.Sentences;
import dev.holdfast.member.mail.Site;
import dev.holdfast.member.mail.ToldLetter;
import dev.holdfast.service.recall.RecallNews.Told;
import java.util.function.Function;

/// The letter to an owner whose unit is called back: what is wrong, what to do until it is remedied, and
/// how.
final class RecallLetter {
    private static final Function<String, Sentences> SENTENCES = Sentences.beside(RecallLetter.class);

    private RecallLetter() {}

    static LetterWriter of(Site site) {
        return new ToldLetter<>(RecallNews.KIND, Told.class, SENTENCES, (told, words) -> write(site, told, words));
    }

    private static Letter write(Site site, Told told, Sentences words) {
        return new Letter(
                words.say("subject", told.serial()),
                words.say(
                        "text",
                        told.serial(),
                        words.name(told.title()),
                        words.name(told.remedy()),
                        site.address().resolve("/orders/" + told.order())));
    }
}
