package dev.holdfast.launch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the seller owes a member whose promise is broken. Every condition that is given has to hold; a rule without any
/// holds for whoever is promised a later week than first.
///
/// @param slipWeeks whole weeks, at least, from the first promise to the new one
/// @param atFault whose fault the plan says it is; none: whoever's
/// @param lockedBefore the order was locked before this instant
/// @param promisedAfter the new window begins after this day and the first one did not: across a year's end, say
/// @param cap in minor units, of all that one order gets by this rule
/// @param setOff set off against the balance on delivery, and lost with the order; else paid out
public record CompensationRule(
        String id,
        @Nullable Integer slipWeeks,
        List<AtFault> atFault,
        @Nullable Instant lockedBefore,
        @Nullable LocalDate promisedAfter,
        Amount amount,
        @Nullable Long cap,
        boolean setOff) {

    public CompensationRule {
        atFault = List.copyOf(Objects.requireNonNullElse(atFault, List.of()));
    }

    /// @param value minor units, or hundredths of a percent for a share
    public record Amount(By by, long value) {}

    public enum By {
        FIXED,
        WEEK,
        SHARE
    }

    /// What stands under one of the three, for who writes the rule down.
    public Optional<Long> amount(By by) {
        return amount.by() == by ? Optional.of(amount.value()) : Optional.empty();
    }
}
