package dev.holdfast.launch;

import org.jspecify.annotations.Nullable;

/// A fan's wish to stand in a launch's line.
///
/// @param member who orders; up to 64 characters
/// @param key the idempotency key: one key of one member in one launch gives one order
/// @param acceptTerms the version of the terms the fan accepts
public record PlaceOrder(
        String launch,
        String member,
        String key,
        String offer,
        @Nullable String region,
        @Nullable String store,
        @Nullable String channel,
        @Nullable String referral,
        @Nullable String acceptTerms) {}
