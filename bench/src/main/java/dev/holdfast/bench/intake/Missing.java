package dev.holdfast.bench.intake;

import java.io.Serial;

/// A peer cannot be measured here, and why; the others are measured without it.
final class Missing extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    Missing(String sentence) {
        super(sentence);
    }

    Missing(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
