package dev.holdfast.community.points;

import dev.holdfast.kernel.Check;

/// One amount of one lot on its way from one account to another.
///
/// @param amount whole points, more than 0
/// @param subject the activity, or the reservation, it is about
record Entry(long lot, Account debit, Account credit, long amount, Cause cause, String subject) {
    Entry {
        Check.that(amount > 0 && debit != credit, "No entry: %s points from %s to %s.", amount, debit, credit);
    }
}
