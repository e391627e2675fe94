package dev.holdfast.launch.payment;

import java.net.URI;

/// What Stripe gave the seller.
///
/// @param api where Stripe is; another place when somebody else plays Stripe
record StripeSettings(String secretKey, String webhookSecret, URI api) {

    static final URI LIVE_API = URI.create("https://api.stripe.com");

    /// Settings end up in logs; secrets must not.
    @Override
    public String toString() {
        return "StripeSettings[api=" + api + "]";
    }
}
