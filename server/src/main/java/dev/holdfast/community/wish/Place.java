package dev.holdfast.community.wish;

import dev.holdfast.kernel.Problem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A place in a list of wishes: what the list is ordered by, and the wish's number, which decides between equals.
///
/// @param key of its order: supporters, or microseconds since 1970; 0 where the number alone decides
record Place(long key, long number) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    /// @throws Problem INVALID when it is none of ours
    static @Nullable Place parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_parameter",
                    "'after' must be the 'next' of the page before, letter for letter.");
        }
        return new Place(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    static Place of(Wish wish, WishQuery.Order order) {
        long key = switch (order) {
            case NEWEST -> 0;
            case MOST_SUPPORTED -> wish.supporters();
            case DUE -> ChronoUnit.MICROS.between(Instant.EPOCH, wish.dueAt());
            case DECIDED -> ChronoUnit.MICROS.between(Instant.EPOCH, Objects.requireNonNull(wish.decidedAt()));
        };
        return new Place(key, wish.number());
    }

    @Override
    public String toString() {
        return key + "-" + number;
    }
}
