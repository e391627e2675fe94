package dev.holdfast.service.ticket;

import dev.holdfast.delivery.network.Network;
import dev.holdfast.kernel.Problem;
import dev.holdfast.service.ticket.Ticket.State;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of tickets for those who work where they are, and nowhere else. Each act of theirs is written
/// down as one
/// of the staff's, which the owner sees.
public final class TicketDesk {
    public static final int MAX_PAGE = 200;

    private final Network network;
    private final TicketStore store;
    private final Turning turning;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    TicketDesk(
            Network network,
            TicketStore store,
            Turning turning,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.network = network;
        this.store = store;
        this.turning = turning;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What was found.
    ///
    /// @param lot null: nobody knows
    public record Diagnosis(
            @Nullable String component,
            @Nullable String symptom,
            @Nullable String lot,
            @Nullable String words) {}

    /// What is not over at a place: those without an answer first, the one due earliest before the others.
    ///
    /// @throws Problem FORBIDDEN when they do not work there
    public List<Ticket> worklist(String place, int limit, String clerk) {
        network.admit(clerk, place);
        return store.ofPlace(place, Math.clamp(limit, 1, MAX_PAGE));
    }

    /// @throws Problem UNKNOWN when it is at no place of theirs
    public TicketHistory look(long ticket, String clerk) {
        Ticket one = store.find(ticket).filter(found -> here(found, clerk)).orElseThrow(() -> Refused.unknown(ticket));
        return store.history(one);
    }

    /// @throws Problem UNKNOWN; CONFLICT when it is over; INVALID
    public TicketHistory say(long ticket, @Nullable String words, String clerk) {
        String said = Said.words(words);
        return act(ticket, clerk, "ticket_say", (one, now) -> turning.say(one, Step.Side.STAFF, clerk, said, now));
    }

    /// @throws Problem UNKNOWN; CONFLICT in another state; INVALID
    public TicketHistory diagnose(long ticket, Diagnosis diagnosis, String clerk) {
        String component = Said.code("component", diagnosis.component());
        String symptom = Said.code("symptom", diagnosis.symptom());
        String named = diagnosis.lot();
        String lot = named == null || named.isBlank() ? null : Said.code("lot", named);
        String words = Said.optional(diagnosis.words());
        return act(ticket, clerk, "ticket_diagnose", (one, now) -> {
            turning.diagnose(one, component, symptom, lot, words, clerk, now);
        });
    }

    /// @param state `waiting`, `in_work` or `done`
    /// @throws Problem UNKNOWN; CONFLICT when it cannot come there; INVALID
    public TicketHistory move(long ticket, @Nullable String state, @Nullable String words, String clerk) {
        State to = List.of(State.WAITING, State.IN_WORK, State.DONE).stream()
                .filter(one -> one.word().equals(state))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("state", state, "must be waiting, in_work or done"));
        String said = Said.optional(words);
        return act(ticket, clerk, "ticket_" + to.word(), (one, now) -> turning.move(one, to, said, clerk, now));
    }

    private interface Act {
        void on(Ticket ticket, Instant now);
    }

    private TicketHistory act(long ticket, String clerk, String name, Act act) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Ticket one =
                    store.lock(ticket).filter(found -> here(found, clerk)).orElseThrow(() -> Refused.unknown(ticket));
            network.act(clerk, one.place(), name, one.order(), "ticket " + ticket);
            act.on(one, clock.instant());
            return store.history(store.find(ticket).orElseThrow());
        }));
    }

    private boolean here(Ticket ticket, String clerk) {
        return network.placesOf(clerk).contains(ticket.place());
    }
}
