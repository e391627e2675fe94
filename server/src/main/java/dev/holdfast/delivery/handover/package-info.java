/// Hand-over: the last step of a promise, point by point, signed by the one who takes it.
///
/// Owns the tables of checklists and hand-overs in schema `delivery`. Promises that what was said on a tablet
/// counts once and in the order in which it was said, whenever and however often it arrives; that only those
/// say it who work where the unit is; and that its owner sees all of it.
@NamedInterface("handover")
@NullMarked
package dev.holdfast.delivery.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
