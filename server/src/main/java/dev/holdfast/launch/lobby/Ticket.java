package dev.holdfast.launch.lobby;

import java.time.Instant;

/// A member's ticket for one launch.
///
/// @param id in hexadecimal; its hash is what a draw publishes
/// @param arrival 1 for who entered first
/// @param text what the member keeps and shows, signed
public record Ticket(String launch, String id, long arrival, Instant expires, String text) {}
