package dev.holdfast.delivery.balance;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.kernel.Storable;
import java.util.List;

/// Which texts from outside are kept.
final class Words {
    /// By what somebody finds money again: a number of a transfer, of an invoice, of a loan.
    static final int MAX_REFERENCE = 140;

    private static final int MAX_QUOTED = 64;

    private Words() {}

    static boolean fits(String text, int max) {
        return text.length() <= max && text.codePoints().allMatch(Storable::character);
    }

    static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), MAX_QUOTED));
    }

    /// @throws Problem INVALID when it is empty, too long, or cannot be kept
    static String needed(String where, String text, int max) {
        if (text.isBlank() || !fits(text, max)) {
            throw invalid(where, text, "must have 1 to " + max + " characters and no control characters");
        }
        return text;
    }

    /// @throws Problem INVALID when it is too long, or cannot be kept
    static String perhaps(String where, String text, int max) {
        if (!fits(text, max)) {
            throw invalid(where, text, "must have at most " + max + " characters and no control characters");
        }
        return text;
    }

    static Problem invalid(String where, String value, String reason) {
        return new Problem(
                Problem.Kind.INVALID,
                "invalid_request",
                "'" + where + "' " + reason + ".",
                List.of(new Fault(where, shortened(value), reason)));
    }
}
