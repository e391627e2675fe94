package dev.holdfast.supply;

import dev.holdfast.launch.Resupplied;
import org.jspecify.annotations.Nullable;

/// A supply that was put in force.
///
/// @param version counts the launch's supplies from 1
/// @param rows rows of the file
/// @param units over all offers and weeks
/// @param moved orders whose window moved with it; null: none before the next plan is published
public record Supplied(
        int version, long rows, long units, @Nullable Resupplied moved) {}
