package dev.holdfast.member.mail;

import java.time.Instant;
import java.util.Optional;

/// Writes the letters of one kind; made by the module whose news it is.
public interface LetterWriter {
    /// The word under which its letters are queued.
    String kind();

    /// Whether the text holds a secret that nobody but its recipient may see.
    default boolean isSecret() {
        return false;
    }

    /// @param facts as they were queued
    /// @return empty when there is nothing left to be said: nobody to say it to, or too late
    Optional<Letter> write(Recipient to, String facts, Instant queuedAt);
}
