/// Network: one delivery centre for each region and many stores, who works in them, and what they did.
///
/// Owns the tables of centres, stores, staff and proposals in schema `delivery`. Promises that somebody works
/// where an operator invited them and nowhere else, that every act of theirs is written down and shown to the
/// fan it was about, and that an order from a store stands in the same line under the same rules, because the
/// fan places it.
@NamedInterface("network")
@NullMarked
package dev.holdfast.delivery.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
