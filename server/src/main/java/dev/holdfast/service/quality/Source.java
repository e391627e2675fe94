package dev.holdfast.service.quality;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Where something was found.
public enum Source {
    TICKET,
    INSPECTION,
    RETURN,
    /// By counting: nobody found it in one unit.
    RATE;

    /// As files and answers say it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Source> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /// Those that somebody may tell.
    static String words() {
        return Arrays.stream(values())
                .filter(one -> one != RATE)
                .map(Source::word)
                .collect(Collectors.joining(", "));
    }
}
