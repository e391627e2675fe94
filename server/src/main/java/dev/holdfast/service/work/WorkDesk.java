package dev.holdfast.service.work;

import dev.holdfast.delivery.network.Network;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Launch;
import dev.holdfast.service.ticket.OwnedUnit;
import dev.holdfast.service.ticket.Owners;
import dev.holdfast.service.ticket.Step.Side;
import dev.holdfast.service.ticket.Ticket;
import dev.holdfast.service.ticket.TicketWork;
import dev.holdfast.service.warranty.Warranties;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of work orders for those who work where they are, and nowhere else. Each act of theirs is
/// written down as
/// one of the staff's, which the owner sees.
public final class WorkDesk {
    public static final int MAX_PAGE = 200;

    private static final int MAX_KM = 10_000_000;
    private static final int MAX_WORDS = 1_000;

    private final Network network;
    private final Owners owners;
    private final Launch launch;
    private final Warranties warranties;
    private final WorkStore store;
    private final Working working;
    private final TicketWork tickets;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    WorkDesk(
            Network network,
            Owners owners,
            Launch launch,
            Warranties warranties,
            WorkStore store,
            Working working,
            TicketWork tickets,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.network = network;
        this.owners = owners;
        this.launch = launch;
        this.warranties = warranties;
        this.store = store;
        this.working = working;
        this.tickets = tickets;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Writes a work order for a ticket that was diagnosed. What the warranty covers is decided now; where
    /// something
    /// is left to pay, its owner says yes before anything begins.
    ///
    /// @param km that the unit went; null: nobody looked
    /// @throws Problem UNKNOWN when the ticket is at no place of theirs; CONFLICT without a diagnosis;
    ///     INVALID
    public WorkOrder make(long ticket, @Nullable Integer km, List<Line> lines, String clerk) {
        Ticket one = here(ticket, clerk);
        if (one.component() == null || one.state().over()) {
            throw Refused.notDiagnosed(ticket);
        }
        if (km != null && (km < 0 || km > MAX_KM)) {
            throw Problem.invalid("km", km.toString(), "must be 0 to " + MAX_KM);
        }
        Instant now = clock.instant();
        OwnedUnit unit = owners.owned(one.order(), new Asker(clerk, true));
        var definition = launch.look(unit.launch()).definition();
        LocalDate today = now.atZone(definition.timeZone()).toLocalDate();
        List<WorkLine> quoted =
                new Quote(warranties.at(one.launch(), unit.deliveredAt()), unit.warrantyFrom(), today, km).lines(lines);
        WorkOrder like = WorkOrder.of(one.number(), null, unit, one.place(), km, definition.currency(), now);
        return Objects.requireNonNull(transactions.execute(status -> {
            long number = working.make(like, quoted, Side.STAFF, clerk, now);
            // Its row, which names the ticket, has waited for whoever was passing the ticket on.
            if (!here(ticket, clerk).place().equals(like.place())) {
                throw tickets.unknown(ticket);
            }
            network.act(clerk, one.place(), "work_offered", one.order(), "work order " + number);
            return store.find(number).orElseThrow();
        }));
    }

    /// In which a work order for the ticket is priced.
    ///
    /// @throws Problem UNKNOWN when it is at no place of theirs
    public String currency(long ticket, String clerk) {
        Ticket one = here(ticket, clerk);
        return launch.order(one.order(), new Asker(clerk, true)).order().price().currency();
    }

    private Ticket here(long ticket, String clerk) {
        return tickets.find(ticket)
                .filter(found -> works(clerk, found.place()))
                .orElseThrow(() -> tickets.unknown(ticket));
    }

    /// What is not over at a place, the oldest first.
    ///
    /// @throws Problem FORBIDDEN when they do not work there
    public List<WorkOrder> worklist(String place, int limit, String clerk) {
        network.admit(clerk, place);
        return store.ofPlace(place, Math.clamp(limit, 1, MAX_PAGE));
    }

    /// @throws Problem UNKNOWN when it is at no place of theirs
    public WorkOrder look(long number, String clerk) {
        return store.find(number)
                .filter(found -> works(clerk, found.place()))
                .orElseThrow(() -> Refused.unknown(number));
    }

    /// Those for a ticket, the latest first.
    public List<WorkOrder> ofTicket(long ticket, String clerk) {
        return store.ofTicket(ticket, MAX_PAGE).stream()
                .filter(one -> works(clerk, one.place()))
                .toList();
    }

    /// A line that its owner would pay for costs nothing all the same.
    ///
    /// @param line its position
    /// @throws Problem UNKNOWN; CONFLICT once its owner has answered; INVALID
    public WorkOrder goodwill(long number, @Nullable Integer line, @Nullable String words, String clerk) {
        String said = words(words);
        if (said.isEmpty()) {
            throw Problem.invalid("words", null, "must say why");
        }
        return act(number, clerk, "work_goodwill", (one, now) -> working.goodwill(one, line, said, clerk, now));
    }

    /// @throws Problem UNKNOWN; CONFLICT in another state, or when parts are missing
    public WorkOrder begin(long number, String clerk) {
        return act(number, clerk, "work_in_work", (one, now) -> working.begin(one, clerk, now));
    }

    /// @throws Problem UNKNOWN; CONFLICT in another state; INVALID
    public WorkOrder done(long number, @Nullable String words, String clerk) {
        String said = words(words);
        return act(number, clerk, "work_done", (one, now) -> working.done(one, said, clerk, now));
    }

    /// Its parts go to whoever waits for them.
    ///
    /// @throws Problem UNKNOWN; CONFLICT once it has begun; INVALID
    public WorkOrder cancel(long number, @Nullable String words, String clerk) {
        String said = words(words);
        return act(number, clerk, "work_cancelled", (one, now) -> working.cancel(one, Side.STAFF, said, clerk, now));
    }

    private static String words(@Nullable String words) {
        String text = words == null ? "" : words.strip();
        if (text.length() > MAX_WORDS) {
            throw Problem.invalid("words", null, "may have " + MAX_WORDS + " characters");
        }
        return text;
    }

    private interface Act {
        void on(WorkOrder order, Instant now);
    }

    private WorkOrder act(long number, String clerk, String name, Act act) {
        return Objects.requireNonNull(transactions.execute(status -> {
            WorkOrder one = store.lock(number)
                    .filter(found -> works(clerk, found.place()))
                    .orElseThrow(() -> Refused.unknown(number));
            act.on(one, clock.instant());
            network.act(clerk, one.place(), name, one.order(), "work order " + number);
            return store.find(number).orElseThrow();
        }));
    }

    private boolean works(String clerk, String place) {
        return network.placesOf(clerk).contains(place);
    }
}
