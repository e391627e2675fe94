package dev.holdfast.launch;

/// How many orders a new supply moved.
///
/// @param lost orders that had a window and have none now
/// @param reached orders that had none and have one now
public record Resupplied(long earlier, long later, long lost, long reached) {}
