package dev.holdfast.supply.master;

/// A component as `components` gives it.
///
/// @param nameEn empty where none was given; so is `nameZh`
/// @param supplier who usually delivers it; empty when nobody was named
/// @param buffer units below which a week is at risk
public record Component(String component, String nameEn, String nameZh, String supplier, long buffer) {}
