/// Similar: which wishes say what somebody is about to propose.
///
/// Owns no table: it follows `community.wish` by its revision, each instance into an index of its own in memory, so
/// that
/// no search server has to be run and any instance may die. Promises that what is withdrawn, or goes with a member who
/// is erased, is found nowhere a second later. Chinese and English, by words, by pairs of characters, and by concepts
/// of
/// our own that both languages share.
@NamedInterface("similar")
@NullMarked
package dev.holdfast.community.similar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
