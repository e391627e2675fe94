package dev.holdfast.service.ticket;

import dev.holdfast.delivery.slot.Visits;
import dev.holdfast.service.ticket.Step.Side;
import dev.holdfast.service.ticket.Ticket.State;
import dev.holdfast.service.ticket.TicketNews.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What may become of a ticket, one rule for each act. Whoever calls has the ticket's row; all of it in
/// the running transaction, the letters that tell its owner among it.
final class Turning {
    static final int MAX_STEPS = 200;

    /// What a ticket that is full has no room for; its end still has.
    private static final Set<String> ROOM = Set.of(Step.SAID, Step.PASSED, State.REOPENED.word());

    private final TicketStore store;
    private final FindingStore findings;
    private final Visits visits;
    private final TicketNews news;

    Turning(TicketStore store, FindingStore findings, Visits visits, TicketNews news) {
        this.store = store;
        this.findings = findings;
        this.visits = visits;
        this.news = news;
    }

    /// What staff say first is the first answer.
    void say(Ticket from, Side side, String actor, String words, Instant now) {
        if (from.state().over()) {
            throw Refused.wrongState(from, "say");
        }
        long step = step(from, Step.SAID, side, actor, words, now);
        if (side == Side.STAFF) {
            store.write(answered(from, now));
            news.tell(Kind.ANSWERED, from, step, words);
        }
    }

    /// By staff.
    ///
    /// @param component at fault, and how it shows
    void diagnose(
            Ticket from,
            String component,
            String symptom,
            @Nullable String lot,
            String words,
            String actor,
            Instant now) {
        Ticket to = new Draft(turn(from, State.DIAGNOSED, now)).found(component, symptom, lot);
        long step = step(from, State.DIAGNOSED.word(), Side.STAFF, actor, words, now);
        store.write(to);
        news.tell(Kind.ANSWERED, to, step, words);
        findings.add(to, now);
    }

    /// By staff: any other step of the work.
    void move(Ticket from, State state, String words, String actor, Instant now) {
        Ticket to = turn(from, state, now);
        long step = step(from, state.word(), Side.STAFF, actor, words, now);
        store.write(to);
        if (state == State.IN_WORK) {
            store.visit(from.number()).ifPresent(visits::came);
        }
        if (state == State.DONE) {
            news.tell(Kind.DONE, to, step, words);
        }
    }

    /// By staff, to those at another place. It is no answer: one is due when it was.
    ///
    /// @param name of the place, by language
    void pass(Ticket from, String place, Map<String, String> name, String words, String actor, Instant now) {
        if (!from.state().comes()) {
            throw Refused.wrongState(from, "pass");
        }
        long step = step(from, Step.PASSED, Side.STAFF, actor, words, place, now);
        store.place(from.number(), place);
        chooseAgain(from);
        news.tell(Kind.PASSED, from, step, words, name);
    }

    private static Ticket turn(Ticket from, State state, Instant now) {
        if (!from.state().leadsTo(state)) {
            throw Refused.wrongState(from, state.word());
        }
        return new Draft(answered(from, now)).in(state, now);
    }

    void confirm(Ticket from, @Nullable Integer rating, String words, String owner, Instant now) {
        if (from.state() == State.CONFIRMED) {
            return;
        }
        if (from.state() != State.DONE) {
            throw Refused.wrongState(from, "confirm");
        }
        step(from, State.CONFIRMED.word(), Side.OWNER, owner, words, now);
        store.write(new Draft(new Draft(from).in(State.CONFIRMED, now)).rated(rating));
    }

    void reopen(Ticket from, String words, String owner, Instant due, Instant now) {
        boolean back =
                from.state() == State.CONFIRMED && now.isBefore(from.since().plus(Tickets.REOPEN_WITHIN));
        if (from.state() != State.DONE && !back) {
            throw Refused.wrongState(from, "reopen");
        }
        step(from, State.REOPENED.word(), Side.OWNER, owner, words, now);
        store.write(new Draft(new Draft(from).in(State.REOPENED, now)).due(due));
        chooseAgain(from);
    }

    /// Who has to come again, or elsewhere, chooses again.
    private void chooseAgain(Ticket ticket) {
        store.visit(ticket.number()).ifPresent(visits::end);
        store.visit(ticket.number(), null);
    }

    void withdraw(Ticket from, String owner, Instant now) {
        if (from.state() == State.WITHDRAWN) {
            return;
        }
        if (!from.state().comes()) {
            throw Refused.wrongState(from, "withdraw");
        }
        step(from, State.WITHDRAWN.word(), Side.OWNER, owner, "", now);
        store.write(new Draft(from).in(State.WITHDRAWN, now));
        store.visit(from.number()).ifPresent(visits::end);
    }

    private static Ticket answered(Ticket from, Instant now) {
        return from.answeredAt() != null ? from : new Draft(from).answered(now);
    }

    /// @return its number
    private long step(Ticket from, String step, Side side, String actor, String words, Instant now) {
        return step(from, step, side, actor, words, null, now);
    }

    private long step(
            Ticket from, String step, Side side, String actor, String words, @Nullable String place, Instant now) {
        if (store.count(from.number()) >= MAX_STEPS && ROOM.contains(step)) {
            throw Refused.tooMuchSaid(MAX_STEPS);
        }
        return store.step(from.number(), step, side, actor, words, place, now);
    }
}
