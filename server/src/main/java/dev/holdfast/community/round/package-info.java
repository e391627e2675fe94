/// Round: what people ask before a launch, and the numbered rounds in which it is answered.
///
/// Owns the tables of questions, rounds and rules in schema `community`. Promises that a round once
/// published is never changed, that a rule set by an answer lists every order it touches, and that each of
/// their members is told once. Never changes an order or a launch: a rule says what the brand binds itself
/// to, and whoever runs the launch sets it there.
@NamedInterface("round")
@NullMarked
package dev.holdfast.community.round;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
