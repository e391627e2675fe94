package dev.holdfast.launch.review;

import java.time.Duration;

/// What can be seen of an order beside the others of its launch.
///
/// @param sameInstrument other members who paid with the same card or account
/// @param sameDevice     other members who ordered on the same device
/// @param sameAddress    other members who have theirs delivered to the same place
/// @param sameNetwork    other members who ordered from the same network
/// @param afterOpening   from the opening of the launch to the order
public record Seen(int sameInstrument, int sameDevice, int sameAddress, int sameNetwork, Duration afterOpening) {}
