/// Master data: what a launch's products are made of, from whom, on what and when.
///
/// Promises that a plant is the same whenever it is assembled as of the same event and over the same horizon. Never
/// decides who gets what: it hands the engine a plant and says what its numbers mean.
@NullMarked
package dev.holdfast.supply.master;

import org.jspecify.annotations.NullMarked;
