package dev.holdfast.community.spec;

import dev.holdfast.community.wish.WishId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One line of a new version, before it is published. Texts are by language, `en` and `zh`.
///
/// @param attribute what changes: "charging power"
/// @param from what it was
/// @param to what it is from this version on
/// @param evidence where that can be read or seen: a test report, a drawing, an address
/// @param wish the accepted wish that it answers; null: none
public record Change(
        Map<String, String> attribute,
        Map<String, String> from,
        Map<String, String> to,
        String evidence,
        @Nullable WishId wish) {
    public Change {
        attribute = Map.copyOf(attribute);
        from = Map.copyOf(from);
        to = Map.copyOf(to);
    }
}
