package dev.holdfast.launch.news;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where an operator wants news sent, and how that goes. Its secret is told once, when it is made.
///
/// @param waiting     items it was not told yet, [News#MAX_COUNTED] at most
/// @param attempts    how often in a row it did not take what was sent
/// @param deliveredAt when it took something last
/// @param fault       what the last try met
public record Webhook(
        String name,
        URI url,
        Set<Kind> kinds,
        Instant createdAt,
        long waiting,
        int attempts,
        @Nullable Instant deliveredAt,
        @Nullable String fault) {
    public Webhook {
        kinds = Set.copyOf(kinds);
    }
}
