package dev.holdfast.delivery.slot;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What kind of bay a slot is in; each kind has counters of its own.
public enum Bay {
    /// With everything shown and explained.
    HAND_OVER,
    /// For those who know it: the checklist, the signature, and off.
    EXPRESS,
    /// For what was handed over and is brought back to be looked at.
    SERVICE;

    /// As files and answers say it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Bay> of(String word) {
        return Arrays.stream(values()).filter(bay -> bay.word().equals(word)).findFirst();
    }
}
