/// Slots: when and where an owner takes over what has arrived for them.
///
/// Owns the tables of slots and appointments in schema `delivery`. Promises that no slot is given beyond its
/// capacity, that looking at one keeps nobody from it, that what is free is kept for whoever waits longest for
/// a stated time and never longer, and that moving a slot costs nobody their turn.
@NamedInterface("slot")
@NullMarked
package dev.holdfast.delivery.slot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
