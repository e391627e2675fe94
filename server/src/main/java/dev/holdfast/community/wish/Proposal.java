package dev.holdfast.community.wish;

/// What somebody proposes.
///
/// @param language in which they write, `en` or `zh`
public record Proposal(String wishClass, String language, String title, String text) {}
