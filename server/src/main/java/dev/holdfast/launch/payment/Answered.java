package dev.holdfast.launch.payment;

/// What a provider says when it is asked to take, to give up or to renew promised money.
public sealed interface Answered {

    /// It has taken it on, or had done so before. That it happened is reported by a webhook.
    record Accepted() implements Answered {}

    /// It says no: the promise is dead, or the bank refuses. It may say yes on another day.
    record Refused(String reason) implements Answered {}

    /// It did not answer, or asked to be asked later.
    record Unreachable(String reason) implements Answered {}
}
