package dev.holdfast.community.wish;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The identity of a wish.
public record WishId(UUID value) {
    private static final int LENGTH = 36;

    /// The id that a text names, or nothing when it is none.
    public static Optional<WishId> parse(@Nullable String text) {
        if (text == null || text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(new WishId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /// As an array for a statement.
    public static UUID[] values(List<WishId> wishes) {
        return wishes.stream().map(WishId::value).toArray(UUID[]::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
