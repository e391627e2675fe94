package dev.holdfast.launch;

import java.time.Instant;

/// An order came into a state.
///
/// @param sequence of the batch it happened in; grows within a launch
/// @param member whose order it is: whoever was erased since goes by a pseudonym
public record Happening(long sequence, OrderId order, String member, OrderState state, Instant at) {}
