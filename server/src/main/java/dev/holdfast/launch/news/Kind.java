package dev.holdfast.launch.news;

import java.util.Arrays;
import java.util.Optional;

/// What there can be news of.
public enum Kind {
    /// An order has another window than before.
    PROMISE_MOVED("promise.moved"),
    /// A member is asked whether they agree to a later window.
    CONSENT_ASKED("consent.asked"),
    /// A member is owed something for a broken promise.
    COMPENSATION_DUE("compensation.due");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /// As it stands in messages, rows and requests.
    public String word() {
        return word;
    }

    public static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
