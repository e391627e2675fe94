package dev.holdfast.supply;

import java.time.LocalDate;

/// One step of a supply curve.
///
/// @param week a Monday
/// @param cumulative units usable by the end of that week
public record CurvePoint(LocalDate week, long cumulative) {}
