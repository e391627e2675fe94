package dev.holdfast.service.ticket;

import dev.holdfast.service.ticket.Ticket.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A ticket from which another is made that differs in one thing.
record Draft(Ticket of) {
    Ticket in(State state, Instant now) {
        return with(state, of.answerDue(), of.answeredAt(), now, of.component(), of.symptom(), of.lot(), of.rating());
    }

    Ticket answered(Instant now) {
        return with(of.state(), of.answerDue(), now, of.since(), of.component(), of.symptom(), of.lot(), of.rating());
    }

    Ticket found(String component, String symptom, @Nullable String lot) {
        return with(of.state(), of.answerDue(), of.answeredAt(), of.since(), component, symptom, lot, of.rating());
    }

    Ticket rated(@Nullable Integer rating) {
        return with(
                of.state(),
                of.answerDue(),
                of.answeredAt(),
                of.since(),
                of.component(),
                of.symptom(),
                of.lot(),
                rating);
    }

    /// A first answer is due anew.
    Ticket due(Instant due) {
        return with(of.state(), due, null, of.since(), of.component(), of.symptom(), of.lot(), null);
    }

    private Ticket with(
            State state,
            Instant due,
            @Nullable Instant answered,
            Instant since,
            @Nullable String component,
            @Nullable String symptom,
            @Nullable String lot,
            @Nullable Integer rating) {
        return new Ticket(
                of.number(),
                of.order(),
                of.member(),
                of.launch(),
                of.serial(),
                of.configuration(),
                of.place(),
                of.subject(),
                state,
                of.openedAt(),
                due,
                answered,
                since,
                component,
                symptom,
                lot,
                rating);
    }
}
