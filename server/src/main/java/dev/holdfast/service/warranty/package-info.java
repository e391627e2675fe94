/// Warranty: what a launch's units are warranted for, as data, and whether a piece of work is covered.
///
/// Owns the table of terms in schema `service`. Promises that an owner keeps the terms that were in force
/// at their
/// hand-over, and that every answer names the term by which it was decided.
@NamedInterface("warranty")
@NullMarked
package dev.holdfast.service.warranty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
