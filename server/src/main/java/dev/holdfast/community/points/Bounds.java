package dev.holdfast.community.points;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.kernel.Storable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What may be said of rules, rewards and activities, and how much of it.
final class Bounds {
    static final int MAX_MEMBER = 64;
    static final int MAX_ACTIVITY = 140;
    static final int MAX_REASON = 1_000;
    static final int MAX_NAME = 120;
    static final long MAX_POINTS = 1_000_000;
    static final long MAX_PRICE = 100_000_000;
    static final long MAX_STOCK = 100_000_000;
    static final Duration MAX_LIFE = Duration.ofDays(3_660);
    static final Duration MAX_HOLD = Duration.ofDays(366);
    private static final int MAX_QUOTED = 64;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private final List<Fault> faults = new ArrayList<>();

    Bounds slug(String where, String value) {
        return that(SLUG.matcher(value).matches(), where, value, "must be 1 to 63 of a-z, 0-9 and -");
    }

    Bounds names(Map<String, String> names) {
        for (String language : List.of("en", "zh")) {
            text("name." + language, names.getOrDefault(language, ""), MAX_NAME);
        }
        return this;
    }

    Bounds text(String where, String value, int max) {
        boolean fits =
                !value.isBlank() && value.length() <= max && value.codePoints().allMatch(Storable::character);
        return that(fits, where, value, "must have 1 to " + max + " characters and no control characters");
    }

    Bounds number(String where, @Nullable Long value, long min, long max) {
        return that(
                value == null || (value >= min && value <= max),
                where,
                String.valueOf(value),
                "must be a whole number from " + min + " to " + max);
    }

    Bounds span(String where, Duration value, Duration min, Duration max) {
        boolean fits = value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
        return that(fits, where, value.toString(), "must be from " + min + " to " + max);
    }

    Bounds that(boolean fits, String where, String value, String reason) {
        if (!fits) {
            faults.add(new Fault(where, value.substring(0, Math.min(value.length(), MAX_QUOTED)), reason));
        }
        return this;
    }

    /// @throws Problem INVALID with every fault
    void hold() {
        if (!faults.isEmpty()) {
            Fault first = faults.getFirst();
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_request",
                    "The body does not fit: " + first.where() + " " + first.reason() + ".",
                    faults);
        }
    }
}
