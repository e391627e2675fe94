/// Master data: what a launch's products are made of, from whom, on what and when; and every event that changed it.
///
/// Owns the tables `supply.book`, `supply.event`, `supply.file` and `supply.touch`. Promises that nothing told is ever
/// overwritten, that a plant is the same whenever it is assembled as of the same event and over the same horizon, and
/// that every change names the event behind it. Never decides who gets what: it hands the engine a plant ([Plants]) and
/// says what its numbers mean.
@NullMarked
package dev.holdfast.supply.master;

import org.jspecify.annotations.NullMarked;
