package dev.holdfast.community.wish;

import java.time.Instant;

/// Something said about a wish.
///
/// @param number within the wish, from 1
/// @param text empty once it was removed
public record Comment(int number, String member, String text, Instant at, boolean removed) {}
