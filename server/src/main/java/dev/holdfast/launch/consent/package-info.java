/// Consent: what a member is asked when a promise moves, what silence means, and what is owed for a broken promise.
///
/// The rules are data, a set for each jurisdiction, and the machine that follows them is pure: no clock, no database.
/// Rows are only ever appended, and count once the plan they came with is published. It gives no legal advice.
@NullMarked
package dev.holdfast.launch.consent;

import org.jspecify.annotations.NullMarked;
