package dev.holdfast.launch.intake;

import dev.holdfast.launch.Outcome;
import dev.holdfast.launch.Receipt;

/// What one ask came to. Given only after the batch is durable.
public sealed interface Answer {
    /// To a fan.
    record Fan(Outcome outcome) implements Answer {}

    /// To a payment provider.
    record Provider(Receipt receipt) implements Answer {}

    /// To those who build and hand over.
    record Advanced(dev.holdfast.launch.Advanced advanced) implements Answer {}

    /// To the clock.
    ///
    /// @param more true when more was due than one batch takes
    /// @param left orders cancelled because their member was asked and kept silent
    record Swept(int expired, int locked, int left, boolean more) implements Answer {}
}
