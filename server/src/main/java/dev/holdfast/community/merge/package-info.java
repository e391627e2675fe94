/// Merge: one wish stands for another, with the consent of those who support it.
///
/// Owns the tables `community.merge*`. Promises that no vote moves without its member's word, that the silent
/// stay where they are, that totals of both wishes from before are published and kept, and that an undo gives
/// every moved vote back that its member did not take back themselves.
@NamedInterface("merge")
@NullMarked
package dev.holdfast.community.merge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
