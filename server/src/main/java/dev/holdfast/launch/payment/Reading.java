package dev.holdfast.launch.payment;

/// What a provider makes of one delivery to its webhook address.
///
/// The reasons are for the operator's log. A stranger who forges learns only that the door is shut.
public sealed interface Reading {

    /// The provider said so: its signature holds and the body is understood.
    record Verified(PaymentEvent event) implements Reading {}

    /// The provider said what an order was paid with, and no more: no money moves by it.
    ///
    /// @param order      what the provider was told to call the order; not necessarily an order, or ours
    /// @param instrument its name for the card or account, the same whoever pays with it
    record PaidWith(String order, String instrument) implements Reading {}

    /// Nobody with the secret sent this now: a header is missing, the signature is wrong, or the time is too far off
    /// (answer 401).
    record Forged(String reason) implements Reading {}

    /// Truly from the provider, yet not in the shape its documents promise (answer 400: the provider shows it as failed
    /// and repeats it, and the operator sees it in both places).
    record Malformed(String reason) implements Reading {}

    /// Truly from the provider and none of our business, such as a kind of event that Holdfast does not use (answer
    /// 204,
    /// else the provider repeats it for days).
    record Ignored(String reason) implements Reading {}
}
