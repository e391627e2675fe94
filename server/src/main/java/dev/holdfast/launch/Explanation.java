package dev.holdfast.launch;

import dev.holdfast.kernel.Check;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why a plan run moves promises, in words for their members: the same words for all that are held by the same thing
/// and have the same supply event behind them.
///
/// @param binding as in [Move#binding]
/// @param event as in [Move#event]
public record Explanation(
        @Nullable String binding, @Nullable Long event, String english, String chinese) {
    /// Two sentences with long names in them.
    public static final int MAX_LENGTH = 600;

    public Explanation {
        Check.that(english.length() <= MAX_LENGTH && chinese.length() <= MAX_LENGTH, "Too long: %s", english);
    }

    /// The words by language; no words at all where nothing was explained.
    public static Map<String, String> words(@Nullable String english, @Nullable String chinese) {
        return english == null || chinese == null ? Map.of() : Map.of("en", english, "zh", chinese);
    }
}
