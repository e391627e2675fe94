/// Phone: members who proved that a telephone is theirs.
///
/// Owns the tables of numbers and of codes in schema `member`. Promises that a number belongs to one member at a time
/// and does not wander from one to the next within a month; that a code is guessed at five times at most, works once
/// and for ten minutes, and stands nowhere but as a keyed hash; and that nobody can make it send more text messages
/// than the limits let. It never promises that a message arrives: telephone companies lose some, and send some twice.
@NamedInterface("phone")
@NullMarked
package dev.holdfast.member.phone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
