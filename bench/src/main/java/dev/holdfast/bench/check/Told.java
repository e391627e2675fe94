package dev.holdfast.bench.check;

import org.jspecify.annotations.Nullable;

/// What one answer told a fan about an order. The promise is null while no supply reaches it.
public record Told(
        String order, long position, long rank, @Nullable Window promise) {}
