package dev.holdfast.community.round;

import java.time.Instant;

/// What one member asked about a launch; whose it is, nobody is shown.
///
/// @param language in which it was asked, `en` or `zh`
public record Question(long number, String language, String text, Instant at) {}
