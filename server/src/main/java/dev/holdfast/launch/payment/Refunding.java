package dev.holdfast.launch.payment;

/// What became of asking a provider for a refund.
public sealed interface Refunding {

    /// The provider has taken it on. That the money went back is reported by a webhook.
    record Accepted() implements Refunding {}

    /// The provider says no and will say no again: an operator must give the money back by hand.
    record Refused(String reason) implements Refunding {}

    /// The provider did not answer, or asked to be asked later.
    record Unreachable(String reason) implements Refunding {}
}
