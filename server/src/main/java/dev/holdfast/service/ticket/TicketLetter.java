package dev.holdfast.service.ticket;

import dev.holdfast.member.mail.Letter;
import dev.holdfast.member.mail.LetterWriter;
import dev.holdfast.member.mail.Sentences;
import dev.holdfast.member.mail.Site;
import dev.holdfast.member.mail.ToldLetter;
import dev.holdfast.service.ticket.TicketNews.Kind;
import dev.holdfast.service.ticket.TicketNews.Told;
import java.util.function.Function;

/// A letter about a ticket: what became of what its owner reported, in the staff's own words, and its page.
final class TicketLetter {
    private static final Function<String, Sentences> SENTENCES = Sentences.beside(TicketLetter.class);

    private TicketLetter() {}

    static LetterWriter of(Kind kind, Site site) {
        return new ToldLetter<>(kind.word(), Told.class, SENTENCES, (told, words) -> write(kind, site, told, words));
    }

    private static Letter write(Kind kind, Site site, Told told, Sentences words) {
        String subject = words.name(told.subject());
        String said = told.words().isEmpty() ? "" : words.say("words", told.words()) + "\n\n";
        String page = "/orders/" + told.order() + "/tickets/" + told.ticket();
        return new Letter(
                words.say("subject." + kind.word(), subject),
                words.say(kind.word(), subject, told.serial(), words.name(told.place())) + "\n\n" + said
                        + words.say("page", site.address().resolve(page)));
    }
}
