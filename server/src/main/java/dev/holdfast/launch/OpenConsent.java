package dev.holdfast.launch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A member who was asked about a later window and has not answered yet.
///
/// @param agreed the window the member last agreed to
/// @param window the new one; null: none is known
/// @param slips how often the window slipped so far
/// @param silenceKeeps what happens without an answer: the order is kept, or cancelled with refund
public record OpenConsent(
        OrderId order,
        Window agreed,
        @Nullable Window window,
        int slips,
        String reason,
        Instant askedAt,
        Instant answerBy,
        boolean silenceKeeps) {}
