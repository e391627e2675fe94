/// Units: what was built, of which lots, where it is, and whose it is.
///
/// Owns the tables of units, lots and holdings in schema `delivery`. Promises that a unit's history only
/// grows, that a unit is given to one order at a time and an order has one unit at a time, by unique keys and
/// under one lock, and that from a lot every unit made of it is found, through however many lots it went.
@NamedInterface("unit")
@NullMarked
package dev.holdfast.delivery.unit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
