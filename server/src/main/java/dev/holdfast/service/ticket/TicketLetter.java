package dev.holdfast.service.ticket;

import dev.holdfast.member.mail.Letter;
import dev.holdfast.member.mail.LetterWriter;
import dev.holdfast.member.mail.Recipient;
import dev.holdfast.member.mail.Sentences;
import dev.holdfast.member.mail.Site;
import dev.holdfast.service.ticket.TicketNews.Kind;
import dev.holdfast.service.ticket.TicketNews.Told;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/// A letter about a ticket: what became of what its owner reported, in the staff's own words, and its page.
final class TicketLetter implements LetterWriter {
    private static final Function<String, Sentences> SENTENCES = Sentences.beside(TicketLetter.class);

    private final Kind kind;
    private final Site site;

    TicketLetter(Kind kind, Site site) {
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
        String subject = words.name(told.subject());
        String said = told.words().isEmpty() ? "" : words.say("words", told.words()) + "\n\n";
        String page = "/orders/" + told.order() + "/tickets/" + told.ticket();
        return Optional.of(new Letter(
                words.say("subject." + kind.word(), subject),
                words.say(kind.word(), subject, told.serial(), words.name(told.place())) + "\n\n" + said
                        + words.say("page", site.address().resolve(page))));
    }
}
