/// Intake: the same job, one order for one scarce unit, given to Holdfast and to its peers in one run.
///
/// A peer is always started fresh, on a folder of its own, and gone afterwards. What it needs and the machine lacks is
/// said in a sentence, and the others are measured without it.
@NullMarked
package dev.holdfast.bench.intake;

import org.jspecify.annotations.NullMarked;
