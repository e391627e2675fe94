/// Allocation: which unit is whose, as a pure function over arrays.
///
/// Promises the same answer for the same arrays; that no unit is given twice; that units go in entry order
/// within a configuration and region; that whoever has a unit keeps it, unless it was damaged or its fan
/// postpones; and that no other rule would serve somebody who is ahead. Knows of no database and no clock.
@NullMarked
package dev.holdfast.delivery.allocation;

import org.jspecify.annotations.NullMarked;
