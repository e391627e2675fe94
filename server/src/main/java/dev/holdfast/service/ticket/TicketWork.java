package dev.holdfast.service.ticket;

import dev.holdfast.kernel.Problem;
import dev.holdfast.service.ticket.Step.Side;
import dev.holdfast.service.ticket.Ticket.State;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What work on a unit does to the ticket it is for; all of it in the running transaction, and after the
/// rows of the
/// work itself.
public final class TicketWork {
    private final TicketStore store;
    private final Turning turning;
    private final TicketNews news;
    private final Workshops workshops;

    TicketWork(TicketStore store, Turning turning, TicketNews news, Workshops workshops) {
        this.store = store;
        this.turning = turning;
        this.news = news;
        this.workshops = workshops;
    }

    public Optional<Ticket> find(long ticket) {
        return store.find(ticket);
    }

    /// Until the running transaction ends.
    public Optional<Ticket> lock(long ticket) {
        return store.lock(ticket);
    }

    /// Where else units are serviced: names by language.
    public Map<String, Map<String, String>> elsewhere(String place) {
        return workshops.but(place);
    }

    /// To those at another place; whoever calls has the ticket's row.
    ///
    /// @throws Problem CONFLICT once work has begun; INVALID without a reason, or when nobody services
    ///     units there
    public TicketHistory pass(Ticket from, @Nullable String to, @Nullable String words, String actor, Instant now) {
        String said = Said.words(words);
        Map<String, String> name = elsewhere(from.place()).get(to == null ? "" : to);
        if (to == null || name == null) {
            throw Problem.invalid("to", to, "must be another store or centre that services units");
        }
        turning.pass(from, to, name, said, actor, now);
        return store.history(store.find(from.number()).orElseThrow());
    }

    /// What those are told who ask for one that is not there for them.
    public Problem unknown(long ticket) {
        return Refused.unknown(ticket);
    }

    /// Its owner has to say yes to what would cost them something.
    ///
    /// @param work by which the work order is known
    public void asked(long ticket, long work) {
        store.find(ticket).ifPresent(one -> news.tell(TicketNews.Kind.ASKED, one, work, ""));
    }

    /// Brings the ticket there if it can go there; where it cannot, what was said stands in it all the
    /// same.
    public void moved(long ticket, State state, String words, String actor, Instant now) {
        store.lock(ticket).ifPresent(one -> {
            if (one.state().leadsTo(state)) {
                turning.move(one, state, words, actor, now);
            } else if (!one.state().over() && !words.isEmpty()) {
                turning.say(one, Side.STAFF, actor, words, now);
            }
        });
    }
}
