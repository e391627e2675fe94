package dev.holdfast.service.ticket;

import dev.holdfast.kernel.Problem;
import org.jspecify.annotations.Nullable;

/// Words and names as people send them, each within its bound.
final class Said {
    static final int MAX_WORDS = 4_000;

    private static final int MAX_CODE = 64;

    private Said() {}

    static String words(@Nullable String words) {
        String text = optional(words);
        if (text.isEmpty()) {
            throw Problem.invalid("words", null, "must not be empty");
        }
        return text;
    }

    static String optional(@Nullable String words) {
        String text = words == null ? "" : words.strip();
        if (text.length() > MAX_WORDS) {
            throw Problem.invalid("words", null, "may have " + MAX_WORDS + " characters");
        }
        return text;
    }

    /// The name of a component, a symptom or a lot.
    static String code(String field, @Nullable String code) {
        String text = code == null ? "" : code.strip();
        if (text.isEmpty() || text.length() > MAX_CODE) {
            throw Problem.invalid(field, null, "must be 1 to " + MAX_CODE + " characters");
        }
        return text;
    }
}
