package dev.holdfast.service.ticket;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.OrderId;
import dev.holdfast.service.ticket.Ticket.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of tickets for owners, about their own unit only; and the feed of what was found.
public final class Tickets {
    /// Nobody has more to say about one unit at a time.
    static final int MAX_LIVE = 10;

    static final int MAX_SHOWN = 200;

    /// What comes back after that is another fault.
    static final Duration REOPEN_WITHIN = Duration.ofDays(30);

    private static final int MAX_RATING = 5;

    private final Owners owners;
    private final Workshops workshops;
    private final SubjectStore subjects;
    private final TicketStore store;
    private final FindingStore findings;
    private final Turning turning;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Tickets(
            Owners owners,
            Workshops workshops,
            SubjectStore subjects,
            TicketStore store,
            FindingStore findings,
            Turning turning,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.owners = owners;
        this.workshops = workshops;
        this.subjects = subjects;
        this.store = store;
        this.findings = findings;
        this.turning = turning;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What an owner has to say, and where.
    ///
    /// @param place null: one that has the fewest live tickets in the owner's region
    public record Report(
            @Nullable String subject,
            @Nullable String words,
            @Nullable String place) {}

    /// Opens a ticket; the same once more while it is open is the same ticket.
    ///
    /// @throws Problem UNKNOWN when there is no such order for the one who asks; CONFLICT before it was
    ///     handed over, or when too many are open; INVALID
    public TicketHistory open(OrderId order, Report report, Asker asker) {
        OwnedUnit unit = owners.owned(order, new Asker(asker.member(), false));
        String words = Said.words(report.words());
        Subject subject = subjects.open().stream()
                .filter(one -> one.id().equals(report.subject()))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("subject", report.subject(), "must be one of the list"));
        String asked = report.place();
        String place = asked == null || asked.isEmpty() ? workshops.given(unit.region()) : workshops.chosen(asked);
        return Objects.requireNonNull(transactions.execute(status -> {
            store.alone(order);
            List<Ticket> live = store.ofOrder(order, MAX_SHOWN).stream()
                    .filter(one -> !one.state().over())
                    .toList();
            for (Ticket one : live) {
                TicketHistory known = store.history(one);
                if (one.subject().equals(subject.id())
                        && known.steps().getFirst().words().equals(words)) {
                    return known;
                }
            }
            if (live.size() >= MAX_LIVE) {
                throw Refused.tooMany(MAX_LIVE);
            }
            Instant now = clock.instant();
            Instant due = now.plus(Duration.ofHours(subject.answerHours()));
            long number = store.open(unit, place, subject, due, now);
            store.step(number, State.OPEN.word(), Step.Side.OWNER, asker.member(), words, null, now);
            return history(number);
        }));
    }

    /// The latest first.
    ///
    /// @throws Problem UNKNOWN when there is no such order for the one who asks
    public List<Ticket> of(OrderId order, Asker asker) {
        owners.find(order, asker);
        return store.ofOrder(order, MAX_SHOWN);
    }

    /// @throws Problem UNKNOWN when it is not theirs
    public TicketHistory look(long ticket, Asker asker) {
        return store.find(ticket)
                .filter(one -> asker.operator() || one.member().equals(asker.member()))
                .map(store::history)
                .orElseThrow(() -> Refused.unknown(ticket));
    }

    /// @throws Problem UNKNOWN; CONFLICT when it is over; INVALID
    public TicketHistory say(long ticket, @Nullable String words, String owner) {
        String said = Said.words(words);
        return act(ticket, owner, (one, now) -> turning.say(one, Step.Side.OWNER, owner, said, now));
    }

    /// The owner's own word that it is done; the same once more changes nothing.
    ///
    /// @param rating 1 to 5; null: none
    /// @throws Problem UNKNOWN; CONFLICT as long as the store does not say that it is done; INVALID
    public TicketHistory confirm(long ticket, @Nullable Integer rating, @Nullable String words, String owner) {
        if (rating != null && (rating < 1 || rating > MAX_RATING)) {
            throw Problem.invalid("rating", rating.toString(), "must be 1 to " + MAX_RATING);
        }
        String said = Said.optional(words);
        return act(ticket, owner, (one, now) -> turning.confirm(one, rating, said, owner, now));
    }

    /// It is not done, or came back within 30 days: a first answer is due anew.
    ///
    /// @throws Problem UNKNOWN; CONFLICT in another state; INVALID
    public TicketHistory reopen(long ticket, @Nullable String words, String owner) {
        String said = Said.words(words);
        return act(ticket, owner, (one, now) -> {
            int hours = subjects.find(one.subject()).orElseThrow().answerHours();
            turning.reopen(one, said, owner, now.plus(Duration.ofHours(hours)), now);
        });
    }

    /// @throws Problem UNKNOWN; CONFLICT once work has begun
    public TicketHistory withdraw(long ticket, String owner) {
        return act(ticket, owner, (one, now) -> turning.withdraw(one, owner, now));
    }

    private interface Act {
        void on(Ticket ticket, Instant now);
    }

    private TicketHistory act(long ticket, String owner, Act act) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Ticket one = store.lock(ticket)
                    .filter(found -> found.member().equals(owner))
                    .orElseThrow(() -> Refused.unknown(ticket));
            act.on(one, clock.instant());
            return history(ticket);
        }));
    }

    private TicketHistory history(long ticket) {
        return store.history(store.find(ticket).orElseThrow());
    }

    /// Where a unit of this region is serviced: names by language, by place.
    public Map<String, Map<String, String>> workshops(String region) {
        return workshops.of(region);
    }

    /// What diagnoses found, in the order of their numbers. Whoever keeps the number of the last row that
    /// they read
    /// and asks for what comes after it misses none and sees none twice.
    ///
    /// @param after 0: from the beginning
    public List<Finding> findings(long after, int max) {
        return findings.after(after, max);
    }
}
