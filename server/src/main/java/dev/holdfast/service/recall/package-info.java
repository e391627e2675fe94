/// Recall: from a lot to those who have what was made of it, until all of it is remedied.
///
/// Owns the tables of recalls in schema `service`. Promises that everybody who has one of the units is on
/// the list and nobody else, that each attempt to reach them is written down, and that a drill is as real
/// as a recall and tells nobody.
@NamedInterface("recall")
@NullMarked
package dev.holdfast.service.recall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
