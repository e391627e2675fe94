package dev.holdfast.launch;

/// Which product a launch sells, and as of which version of its spec.
///
/// @param product as whoever keeps the specs names it
/// @param version 1, 2, 3 ...
public record SpecVersion(String product, int version) {}
