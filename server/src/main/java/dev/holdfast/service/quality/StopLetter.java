package dev.holdfast.service.quality;

import dev.holdfast.member.mail.Letter;
import dev.holdfast.member.mail.LetterWriter;
import dev.holdfast.member.mail.Sentences;
import dev.holdfast.member.mail.Site;
import dev.holdfast.member.mail.ToldLetter;
import dev.holdfast.service.quality.StopNews.Kind;
import dev.holdfast.service.quality.StopNews.Told;
import java.util.function.Function;

/// A letter about a unit that was stopped or let go: what the brand says of it, and the order's page.
final class StopLetter {
    private static final Function<String, Sentences> SENTENCES = Sentences.beside(StopLetter.class);

    private StopLetter() {}

    static LetterWriter of(Kind kind, Site site) {
        return new ToldLetter<>(kind.word(), Told.class, SENTENCES, (told, words) -> write(kind, site, told, words));
    }

    private static Letter write(Kind kind, Site site, Told told, Sentences words) {
        return new Letter(
                words.say("subject." + kind.word(), told.serial()),
                words.say(kind.word(), told.serial(), words.name(told.words())) + "\n\n"
                        + words.say("page", site.address().resolve("/orders/" + told.order())));
    }
}
