package dev.holdfast.service.ticket;

import dev.holdfast.delivery.slot.Visits;
import dev.holdfast.service.ticket.Step.Side;
import dev.holdfast.service.ticket.Ticket.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What may become of a ticket, one rule for each act. Whoever calls has the ticket's row; all of it in
/// the running
/// transaction.
final class Turning {
    static final int MAX_STEPS = 200;

    private final TicketStore store;
    private final FindingStore findings;
    private final Visits visits;

    Turning(TicketStore store, FindingStore findings, Visits visits) {
        this.store = store;
        this.findings = findings;
        this.visits = visits;
    }

    /// What staff say first is the first answer.
    void say(Ticket from, Side side, String actor, String words, Instant now) {
        if (from.state().over()) {
            throw Refused.wrongState(from, "say");
        }
        step(from, Step.SAID, side, actor, words, now);
        if (side == Side.STAFF) {
            store.write(answered(from, now));
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
        step(from, State.DIAGNOSED.word(), Side.STAFF, actor, words, now);
        store.write(to);
        findings.add(to, now);
    }

    /// By staff: any other step of the work.
    void move(Ticket from, State state, String words, String actor, Instant now) {
        Ticket to = turn(from, state, now);
        step(from, state.word(), Side.STAFF, actor, words, now);
        store.write(to);
        if (state == State.IN_WORK) {
            store.visit(from.number()).ifPresent(visits::came);
        }
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
        // Who has to come again chooses again.
        store.visit(from.number()).ifPresent(visits::end);
        store.visit(from.number(), null);
    }

    void withdraw(Ticket from, String owner, Instant now) {
        if (from.state() == State.WITHDRAWN) {
            return;
        }
        boolean early = switch (from.state()) {
            case OPEN, DIAGNOSED, WAITING, REOPENED -> true;
            case IN_WORK, DONE, CONFIRMED, WITHDRAWN -> false;
        };
        if (!early) {
            throw Refused.wrongState(from, "withdraw");
        }
        step(from, State.WITHDRAWN.word(), Side.OWNER, owner, "", now);
        store.write(new Draft(from).in(State.WITHDRAWN, now));
        store.visit(from.number()).ifPresent(visits::end);
    }

    private static Ticket answered(Ticket from, Instant now) {
        return from.answeredAt() != null ? from : new Draft(from).answered(now);
    }

    private void step(Ticket from, String step, Side side, String actor, String words, Instant now) {
        // The end of a ticket that is full still has room.
        if (store.count(from.number()) >= MAX_STEPS && (step.equals(Step.SAID) || step.equals("reopened"))) {
            throw Refused.tooMuchSaid(MAX_STEPS);
        }
        store.step(from.number(), step, side, actor, words, now);
    }
}
