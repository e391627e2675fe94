package dev.holdfast.launch;

import org.jspecify.annotations.Nullable;

/// The window of whoever orders after so many others, until the next such step.
///
/// @param ahead how many others order before, all of them this offer
/// @param window null: no supply reaches that far
public record WindowAhead(long ahead, @Nullable Window window) {}
