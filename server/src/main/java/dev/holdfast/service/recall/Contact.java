package dev.holdfast.service.recall;

import java.time.Instant;

/// One attempt to reach an owner.
public record Contact(String serial, Way way, Reached outcome, Instant at, String actor, String words) {}
