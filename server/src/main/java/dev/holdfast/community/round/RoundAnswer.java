package dev.holdfast.community.round;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one round answers to a topic.
///
/// @param roleName the name of the role as it was when it signed
/// @param text by language, `en` and `zh`
/// @param rule that it sets; null: none
public record RoundAnswer(
        int round,
        Map<String, String> roleName,
        Map<String, String> text,
        @Nullable LaunchRule rule,
        Instant at) {
    public RoundAnswer {
        roleName = Map.copyOf(roleName);
        text = Map.copyOf(text);
    }
}
