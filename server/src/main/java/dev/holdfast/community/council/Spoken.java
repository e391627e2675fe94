package dev.holdfast.community.council;

/// A suggestion as it is brought.
///
/// @param language `en` or `zh`
/// @param title one line
public record Spoken(String language, String title, String text) {}
