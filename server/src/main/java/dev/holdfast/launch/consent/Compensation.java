package dev.holdfast.launch.consent;

import dev.holdfast.launch.AtFault;
import dev.holdfast.launch.BrokenPromise;
import dev.holdfast.launch.CompensationRule;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Which rules of compensation a broken promise sets off, and what falls due by each.
///
/// What was granted once stays granted, also when a later plan improves the window; and it is set off against what the
/// same rule gives next, so that no plan, however often published, grants the same week twice.
public final class Compensation {
    private static final BigInteger BASIS_POINTS = BigInteger.valueOf(10_000);

    private Compensation() {}

    /// @param amount in minor units, more than 0
    public record Due(CompensationRule rule, long amount) {}

    /// In the order of the rules; each at most once.
    public static List<Due> due(List<CompensationRule> rules, AtFault atFault, BrokenPromise broken) {
        LocalDate first = broken.first();
        LocalDate from = broken.from();
        if (first == null || from == null || !from.isAfter(first)) {
            // An order that waited was promised nothing; and a lost window is counted once the next is known.
            return List.of();
        }
        long weeks = ChronoUnit.WEEKS.between(first, from);
        List<Due> due = new ArrayList<>();
        for (CompensationRule rule : rules) {
            if (slipped(rule, weeks)
                    && atFault(rule, atFault)
                    && lockedBefore(rule, broken)
                    && across(rule, first, from)) {
                long more = owed(rule, weeks, broken.price()) - broken.granted().getOrDefault(rule.id(), 0L);
                if (more > 0) {
                    due.add(new Due(rule, more));
                }
            }
        }
        return due;
    }

    /// The promise slipped by at least the weeks of the rule, counted from the first promise.
    static boolean slipped(CompensationRule rule, long weeks) {
        Integer atLeast = rule.slipWeeks();
        return atLeast == null || weeks >= atLeast;
    }

    /// It is the fault of one whom the rule names, or the rule names nobody.
    static boolean atFault(CompensationRule rule, AtFault atFault) {
        return rule.atFault().isEmpty() || rule.atFault().contains(atFault);
    }

    /// The order was locked before the rule's instant.
    static boolean lockedBefore(CompensationRule rule, BrokenPromise broken) {
        return rule.lockedBefore() == null
                || (broken.lockedAt() != null && broken.lockedAt().isBefore(rule.lockedBefore()));
    }

    /// The move carries the order over the rule's day.
    static boolean across(CompensationRule rule, LocalDate first, LocalDate from) {
        LocalDate day = rule.promisedAfter();
        return day == null || (!first.isAfter(day) && from.isAfter(day));
    }

    /// What an order of this price is owed by the rule for this many weeks, in all.
    static long owed(CompensationRule rule, long weeks, long price) {
        long value = rule.amount().value();
        long owed = switch (rule.amount().by()) {
            case FIXED -> value;
            case WEEK -> Math.multiplyExact(value, weeks);
            // A share is rounded down to a whole minor unit: a price times a share may not fit a long.
            case SHARE ->
                BigInteger.valueOf(price)
                        .multiply(BigInteger.valueOf(value))
                        .divide(BASIS_POINTS)
                        .longValueExact();
        };
        Long cap = rule.cap();
        return cap == null ? owed : Math.min(owed, cap);
    }
}
