/// What the guards are made of: readers of sources and classes, the rules, and a planted breach for each rule.
///
/// A rule that looked at nothing is a failure, and so is a rule that lets its own planted breach pass: both have been
/// green for years in code bases that believed themselves guarded.
@NullMarked
package dev.holdfast.guard;

import org.jspecify.annotations.NullMarked;
