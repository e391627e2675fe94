package dev.holdfast.service.ticket;

import dev.holdfast.kernel.Problem;
import dev.holdfast.service.ticket.Step.Side;
import dev.holdfast.service.ticket.Ticket.State;
import java.time.Instant;
import java.util.Optional;

/// What work on a unit does to the ticket it is for; all of it in the running transaction, and after the
/// rows of the
/// work itself.
public final class TicketWork {
    private final TicketStore store;
    private final Turning turning;

    TicketWork(TicketStore store, Turning turning) {
        this.store = store;
        this.turning = turning;
    }

    public Optional<Ticket> find(long ticket) {
        return store.find(ticket);
    }

    /// What those are told who ask for one that is not there for them.
    public Problem unknown(long ticket) {
        return Refused.unknown(ticket);
    }

    /// Brings the ticket there if it can go there; where it cannot, what was said stands in it all the same.
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
