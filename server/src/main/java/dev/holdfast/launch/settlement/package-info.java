/// Settlement: how what is owed for a broken promise comes to its end.
///
/// Owns the rows that say so. Promises that each amount owed is settled once and whole, whoever tries at the same time,
/// and that its entry in the ledger and the operator's in the audit trail stand or fall with it. Never moves money
/// itself: an operator says that it was moved.
@NamedInterface("settlement")
@NullMarked
package dev.holdfast.launch.settlement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
