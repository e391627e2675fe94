package dev.holdfast.launch.pulse;

import java.time.Instant;

/// Where a line stood at the end of one second in which it moved. All counts are sums since the launch began,
/// so that the difference of any two seconds is true, however many between them were not written.
///
/// @param at by the database's clock, the one that all instances share
/// @param positions places ever given
/// @param paid deposits ever booked
/// @param live orders in line
public record Second(Instant at, long positions, long paid, long live) {}
