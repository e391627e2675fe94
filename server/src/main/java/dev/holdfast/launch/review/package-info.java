/// Review: orders that look as if one hand stood behind many members, and what a person decides about them.
///
/// Owns the tables of signals and of reviews in schema `launch`. An order is looked at once it is paid for and in line,
/// off the path that takes orders, so nobody waits for it and nobody is turned away by it. Promises that an order under
/// review keeps its position, its window and its payment, and is not locked before somebody decided; that each step is
/// a dated row and none is changed; that a step is taken once, whoever dies or presses twice, since the line's lock
/// decides it; and that of devices, networks and payment instruments nothing is kept but keyed hashes, for 90 days.
@NamedInterface("review")
@NullMarked
package dev.holdfast.launch.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
