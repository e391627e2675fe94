package dev.holdfast.community.wish;

/// Somebody who supports a wish.
///
/// @param voter the number by which its journal knows them
public record Supporter(int voter, String member) {}
