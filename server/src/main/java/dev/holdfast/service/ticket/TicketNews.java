package dev.holdfast.service.ticket;

import dev.holdfast.member.mail.Mails;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Queues the letters about tickets, in the transaction of the act. That a time is booked, those of slots
/// say.
final class TicketNews {
    private final Mails mails;
    private final SubjectStore subjects;

    TicketNews(Mails mails, SubjectStore subjects) {
        this.mails = mails;
        this.subjects = subjects;
    }

    /// What there is to be told.
    enum Kind {
        /// Staff said something, or what it is.
        ANSWERED,
        /// Nothing begins before its owner agrees to pay.
        ASKED,
        /// In the store's word: the owner's own is awaited.
        DONE,
        /// To those at another place.
        PASSED;

        String word() {
            return "ticket_" + name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param subject its name by language
    /// @param words of the staff; empty: none
    /// @param place its name by language, to which it was passed; empty: it was not
    record Told(
            String order,
            long ticket,
            String serial,
            Map<String, String> subject,
            String words,
            Map<String, String> place) {
        Told {
            subject = Map.copyOf(subject);
            place = Map.copyOf(place);
        }
    }

    /// @param occasion that no other letter of its kind about the ticket is about
    void tell(Kind kind, Ticket ticket, long occasion, String words) {
        tell(kind, ticket, occasion, words, Map.of());
    }

    /// @param place to which it was passed, by language
    void tell(Kind kind, Ticket ticket, long occasion, String words, Map<String, String> place) {
        Map<String, String> subject =
                subjects.find(ticket.subject()).map(Subject::name).orElse(Map.of());
        Told told = new Told(ticket.order().toString(), ticket.number(), ticket.serial(), subject, words, place);
        mails.queue(
                kind.word(),
                List.of(new Mails.Item(
                        kind.word() + "/" + ticket.number() + "/" + occasion,
                        ticket.member(),
                        JsonMapper.shared().writeValueAsString(told))));
    }
}
