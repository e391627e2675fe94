package dev.holdfast.community.points;

import java.time.Instant;

/// A rule as it is in force.
///
/// @param version counts from 1; what was earned names the version under which it was
/// @param operator who made this version
public record KeptRule(String name, int version, Rule rule, String operator, Instant at) {}
