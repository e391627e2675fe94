package dev.holdfast.member.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The queue as an operator sees it, the latest letter first.
///
/// @param next the number to ask on before, null at the end
public record MailPage(List<Entry> entries, @Nullable Long next) {
    public MailPage {
        entries = List.copyOf(entries);
    }

    public enum State {
        QUEUED,
        SENT,
        /// Refused for good, or nothing left to be said.
        OVER,
    }

    /// @param letter what it says; null when that is for its recipient alone
    public record Entry(
            long number,
            String kind,
            String member,
            String address,
            State state,
            Instant queuedAt,
            @Nullable Instant sentAt,
            int attempts,
            @Nullable String fault,
            @Nullable Letter letter) {}
}
