package dev.holdfast.delivery.handover;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that was said on a tablet.
///
/// @param id made by the tablet: sent again, it is known
/// @param at by the tablet's clock
/// @param subject the point, the document's name, or who signed
/// @param good of a point: whether it is as it should be
/// @param text a note, the document's number, or the strokes of a signature
public record Said(
        UUID id,
        Kind kind,
        Instant at,
        String subject,
        @Nullable Boolean good,
        String text) {
    public Said {
        // As the database keeps it: what is sent again has to be the same.
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    public enum Kind {
        POINT,
        DOCUMENT,
        SIGNATURE,
        NOTE,
        /// All of it was gone through, and the owner has it.
        DONE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }
    }
}
