/// Points: earned by rules, spent on rewards, and accounted for to the last one.
///
/// Owns the rules, the lots that activities earned, the entries that move them, and the rewards with their stock.
/// Promises that an activity earns once, that a point is spent once and a piece of a reward given once, whoever asks at
/// the same time, and that the accounts sum to zero. Never overwrites a row of the ledger, and never decides by a sum
/// that was kept: what somebody may spend is added up under their lock.
@NamedInterface("points")
@NullMarked
package dev.holdfast.community.points;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
