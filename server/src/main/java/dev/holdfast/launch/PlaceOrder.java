package dev.holdfast.launch;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A fan's wish to stand in a launch's line.
///
/// @param member who orders; up to 64 characters
/// @param key the idempotency key: one key of one member in one launch gives one order
/// @param acceptTerms the version of the terms the fan accepts
/// @param addOns units by add-on of a campaign
public record PlaceOrder(
        String launch,
        String member,
        String key,
        String offer,
        @Nullable String region,
        @Nullable String store,
        @Nullable String channel,
        @Nullable String referral,
        @Nullable String acceptTerms,
        Map<String, Integer> addOns) {
    public PlaceOrder {
        addOns = Map.copyOf(addOns);
    }

    /// Without add-ons.
    public PlaceOrder(
            String launch,
            String member,
            String key,
            String offer,
            @Nullable String region,
            @Nullable String store,
            @Nullable String channel,
            @Nullable String referral,
            @Nullable String acceptTerms) {
        this(launch, member, key, offer, region, store, channel, referral, acceptTerms, Map.of());
    }
}
