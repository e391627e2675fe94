package dev.holdfast.delivery.unit;

/// What became of the rows that were sent.
///
/// @param built units not known before
/// @param moved steps of units, the first of a new one among them
/// @param unchanged rows that said what was known
public record UnitsTold(int rows, int built, int moved, int unchanged) {}
