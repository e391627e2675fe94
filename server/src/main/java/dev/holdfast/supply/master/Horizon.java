package dev.holdfast.supply.master;

import dev.holdfast.kernel.Check;
import dev.holdfast.supply.plan.Plant;
import java.time.DayOfWeek;
import java.time.LocalDate;

/// The weeks a plan covers, and whose word it counts on.
///
/// @param start Monday of the first build week
public record Horizon(LocalDate start, int weeks, Counting counting) {
    public static final int WEEKS = 104;

    public Horizon {
        Check.that(start.getDayOfWeek() == DayOfWeek.MONDAY, "A plan starts on a Monday.");
        Check.that(weeks >= 1 && weeks <= Plant.MAX_WEEKS, "A plan covers 1 to " + Plant.MAX_WEEKS + " weeks.");
    }

    /// Two years from this Monday on, by what suppliers committed to.
    public static Horizon from(LocalDate start) {
        return new Horizon(start, WEEKS, Counting.COMMITTED);
    }
}
