package dev.holdfast.service.ticket;

import dev.holdfast.delivery.slot.Choice;
import dev.holdfast.delivery.slot.Visits;
import dev.holdfast.kernel.Problem;
import java.util.Objects;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of appointments for tickets: when an owner brings what is to be looked at, by the counters of
/// slots.
public final class TicketVisits {
    private final TicketStore store;
    private final Visits visits;
    private final TransactionTemplate transactions;

    TicketVisits(TicketStore store, Visits visits, TransactionTemplate transactions) {
        this.store = store;
        this.visits = visits;
        this.transactions = transactions;
    }

    /// What can be chosen where the ticket is. Looking takes nothing.
    ///
    /// @throws Problem UNKNOWN when it is not theirs; CONFLICT once work has begun or it is over
    public Choice look(long ticket, String owner) {
        return visits.look(visit(ticket, owner)).orElseThrow();
    }

    /// The ticket that a visit is about.
    ///
    /// @throws Problem UNKNOWN when it is not theirs
    public Ticket of(UUID visit, String owner) {
        return store.ofVisit(visit)
                .filter(ticket -> ticket.member().equals(owner))
                .orElseThrow(() -> Refused.unknown(0));
    }

    /// Keeps a slot for a quarter of an hour; a confirmed one is moved to it at once.
    ///
    /// @throws Problem UNKNOWN; CONFLICT when it cannot be had
    public Choice hold(long ticket, long slot, String owner) {
        return visits.hold(visit(ticket, owner), slot);
    }

    /// @throws Problem UNKNOWN; CONFLICT when none is held
    public Choice confirm(long ticket, String owner) {
        return visits.confirm(visit(ticket, owner));
    }

    /// @throws Problem UNKNOWN; CONFLICT when there is none
    public Choice release(long ticket, String owner) {
        return visits.release(visit(ticket, owner));
    }

    /// The one of the ticket, made when it is first asked for. Once work has begun there is nothing to
    /// choose.
    private UUID visit(long ticket, String owner) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Ticket one = store.lock(ticket)
                    .filter(found -> found.member().equals(owner))
                    .orElseThrow(() -> Refused.unknown(ticket));
            if (!one.state().comes()) {
                throw Refused.wrongState(one, "choose a time");
            }
            return store.visit(ticket).orElseGet(() -> {
                UUID made = UUID.randomUUID();
                store.visit(ticket, made);
                visits.open(made, owner, one.place());
                return made;
            });
        }));
    }
}
