package dev.holdfast.launch.payment;

import org.jspecify.annotations.Nullable;

/// One thing a provider reports about one payment.
///
/// The amount is in minor units and never negative, the currency three capital letters; neither need be those of the
/// order, and zero is possible. The texts are at most 255 characters and hold nothing that a database text cannot.
///
/// @param webhookId  the provider's id of this message; a repetition carries the same one
/// @param order      what the provider was told to call the order; not necessarily an order, or ours
/// @param payment    the provider's id of the payment, also in its refund's event
/// @param instrument the provider's name for the card or account, the same whoever pays with it; null: it gave none
public record PaymentEvent(
        String webhookId,
        Kind kind,
        String order,
        String payment,
        long amount,
        String currency,
        @Nullable String instrument) {

    /// From a provider that does not say what was paid with.
    public PaymentEvent(String webhookId, Kind kind, String order, String payment, long amount, String currency) {
        this(webhookId, kind, order, payment, amount, currency, null);
    }

    /// What happened to the payment.
    public enum Kind {
        /// The money is with the provider, for us.
        SUCCEEDED,
        /// One attempt failed. The fan may try again: the order stays held until its time is up.
        FAILED,
        /// The fan's bank has promised the money of a pledge; it is taken later, under the same id, or never.
        AUTHORISED,
        /// What was promised is free again: we gave it up, or the bank let it die.
        VOIDED,
        /// What was promised could not be taken, or not be renewed.
        CAPTURE_REFUSED,
        /// The money is on its way back to the fan. One refund may be reported more than once under different ids:
        /// Stripe tells of the refund and of its charge.
        REFUNDED,
        /// The provider had taken the refund on and could not carry it out, such as for a closed card. The money is
        /// still ours to give back, by an operator's hand.
        REFUND_FAILED
    }
}
