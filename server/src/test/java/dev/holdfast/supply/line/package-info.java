/// The line of a launch under a published plan: the weeks that intake gives are steps of that plan.
///
/// Owns no tables: it goes on from the checkpoint that the launch keeps, and from nothing else.
@NullMarked
package dev.holdfast.supply.line;

import org.jspecify.annotations.NullMarked;
