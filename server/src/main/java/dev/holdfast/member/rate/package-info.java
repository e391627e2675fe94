/// Rate: who asks too often.
///
/// Owns no table: a rate keeps one member or one network from crowding out others on one instance, which no exact count
/// over instances is needed for. Promises that what is remembered is bounded, and that whoever is turned away is told
/// for how long.
@NamedInterface("rate")
@NullMarked
package dev.holdfast.member.rate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
