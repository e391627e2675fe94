/// The planning engine: a line of orders meets the supply of shared components and of weekly capacity.
///
/// A pure package: arrays in, arrays out, no object per order, no file, no clock and no chance, so the same
/// input gives the same plan byte for byte. Build weeks are 1 to `Plant.weeks`; the week after the last stands
/// for "beyond the horizon". Never decides who is in line; never publishes anything.
@NullMarked
package dev.holdfast.supply.plan;

import org.jspecify.annotations.NullMarked;
