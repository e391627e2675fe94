package dev.holdfast.member.passkey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A device that signs its member in, as its member sees it.
///
/// @param id as the browser writes it: base64 for addresses, without padding
/// @param usedAt null: never since it was registered
public record Passkey(
        String id, String name, Instant createdAt, @Nullable Instant usedAt) {}
