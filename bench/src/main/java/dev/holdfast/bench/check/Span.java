package dev.holdfast.bench.check;

/// When a request left and when its answer came, on one monotonic clock.
public record Span(long sentNanos, long answeredNanos) {}
