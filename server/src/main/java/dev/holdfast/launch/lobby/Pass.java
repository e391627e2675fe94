package dev.holdfast.launch.lobby;

import java.time.Instant;

/// Lets one member order in one launch for a while.
///
/// @param text what the member shows with an order, signed
public record Pass(String launch, long place, Instant until, String text) {}
