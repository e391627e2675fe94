package dev.holdfast.supply.odds;

/// What was said once about a week that is past, and what came.
///
/// @param supplier on whose deliveries it rested
/// @param horizon how many weeks ahead it was said
/// @param due the week it was said about, on the history's own scale
/// @param bounds what was said, in weeks from then
/// @param came the week it was there, from then
public record Said(int supplier, int horizon, int due, Bounds bounds, int came) {}
