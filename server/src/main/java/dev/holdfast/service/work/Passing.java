package dev.holdfast.service.work;

import dev.holdfast.delivery.network.Network;
import dev.holdfast.service.ticket.Ticket;
import dev.holdfast.service.ticket.TicketHistory;
import dev.holdfast.service.ticket.TicketWork;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of passing a ticket to another place, as long as nothing is planned for it where it is: parts
/// are kept at one place, and for those who work there.
public final class Passing {
    private final Network network;
    private final TicketWork tickets;
    private final WorkStore store;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Passing(
            Network network,
            TicketWork tickets,
            WorkStore store,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.network = network;
        this.tickets = tickets;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Where it may go from a place: names by language.
    public Map<String, Map<String, String>> elsewhere(String from) {
        return tickets.elsewhere(from);
    }

    /// From now on those see it who work there, and nobody else. Its owner is told where and why.
    ///
    /// @throws dev.holdfast.kernel.Problem UNKNOWN when it is at no place of theirs; CONFLICT when work
    ///     has begun or is planned; INVALID without a reason, or when nobody services units there
    public TicketHistory pass(long ticket, @Nullable String to, @Nullable String words, String clerk) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Ticket one = tickets.lock(ticket)
                    .filter(found -> network.placesOf(clerk).contains(found.place()))
                    .orElseThrow(() -> tickets.unknown(ticket));
            boolean planned = store.ofTicket(ticket, WorkDesk.MAX_PAGE).stream()
                    .anyMatch(order -> order.state().live());
            if (planned) {
                throw Refused.workPlanned(ticket);
            }
            TicketHistory passed = tickets.pass(one, to, words, clerk, clock.instant());
            String detail = "ticket " + ticket + " to " + passed.ticket().place();
            network.act(clerk, one.place(), "ticket_passed", one.order(), detail);
            return passed;
        }));
    }
}
