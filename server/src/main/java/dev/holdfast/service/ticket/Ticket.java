package dev.holdfast.service.ticket;

import dev.holdfast.launch.OrderId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something an owner reports about their unit, as it stands.
///
/// @param place whose staff see it
/// @param answerDue until when somebody has to have answered
/// @param answeredAt when somebody did; null: nobody yet
/// @param since when it came into its state
/// @param component at fault, as the last diagnosis says; null: there was none
/// @param rating of the owner at its end, 1 to 5; null: none
public record Ticket(
        long number,
        OrderId order,
        String member,
        int launch,
        String serial,
        String configuration,
        String place,
        String subject,
        State state,
        Instant openedAt,
        Instant answerDue,
        @Nullable Instant answeredAt,
        Instant since,
        @Nullable String component,
        @Nullable String symptom,
        @Nullable String lot,
        @Nullable Integer rating) {

    public enum State {
        OPEN,
        DIAGNOSED,
        /// For parts.
        WAITING,
        IN_WORK,
        /// In the store's word; the owner's own is still to come.
        DONE,
        CONFIRMED,
        REOPENED,
        /// By its owner.
        WITHDRAWN;

        /// As answers and steps say it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Whether nothing has begun: its owner is still to bring the unit, and may think better of it.
        boolean comes() {
            return this == OPEN || this == DIAGNOSED || this == WAITING || this == REOPENED;
        }

        public boolean over() {
            return this == CONFIRMED || this == WITHDRAWN;
        }

        /// Whether staff may bring a ticket from here to there. That it is done for good, its owner alone
        /// says.
        public boolean leadsTo(State to) {
            return switch (to) {
                case DIAGNOSED -> this == OPEN || this == REOPENED || this == DIAGNOSED || this == WAITING;
                case WAITING -> this == DIAGNOSED || this == IN_WORK;
                case IN_WORK -> this == DIAGNOSED || this == WAITING;
                case DONE -> this == DIAGNOSED || this == IN_WORK;
                case OPEN, CONFIRMED, REOPENED, WITHDRAWN -> false;
            };
        }
    }

    /// Whether the first answer is late.
    public boolean overdue(Instant now) {
        return answeredAt == null && !state.over() && now.isAfter(answerDue);
    }
}
