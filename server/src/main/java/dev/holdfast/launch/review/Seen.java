package dev.holdfast.launch.review;

import java.time.Duration;

/// What can be seen of an order beside the others of its launch.
///
/// @param sameInstrument other members who paid with the same card or account
/// @param sameDevice     other members who ordered on the same device
/// @param sameNetwork    other members who ordered from the same network
/// @param afterOpening   from the opening of the launch to the order
public record Seen(int sameInstrument, int sameDevice, int sameNetwork, Duration afterOpening) {}
