package dev.holdfast.launch;

/// What the publication of a plan run did to the orders of its launch.
///
/// @param lost orders that had a window and have none now
/// @param reached orders that had none and have one now
/// @param touched orders that came, went or changed between the run's snapshot and its publication
public record Published(long earlier, long later, long lost, long reached, long touched) {}
