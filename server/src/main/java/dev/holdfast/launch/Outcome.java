package dev.holdfast.launch;

/// What became of one act of a fan.
public sealed interface Outcome {
    /// Carried out and durable.
    record Done(Order order) implements Outcome {}

    /// The same key was answered before; `order.first()` and the write-once values hold that answer.
    record Replayed(Order order) implements Outcome {}

    record Refused(Refusal refusal) implements Outcome {}
}
