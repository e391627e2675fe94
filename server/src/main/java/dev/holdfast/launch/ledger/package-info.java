/// Ledger: where every deposit is.
///
/// Double entry by construction: a row moves one amount from one account to another, so the sum over all accounts is
/// zero whatever is written, and rows are only ever appended. A transfer is written in the transaction of the act it
/// belongs to, never after it.
@NullMarked
package dev.holdfast.launch.ledger;

import org.jspecify.annotations.NullMarked;
