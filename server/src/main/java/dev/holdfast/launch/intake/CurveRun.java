package dev.holdfast.launch.intake;

import dev.holdfast.launch.Curve;
import dev.holdfast.launch.Supplies;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One offer's curve as a plan run uses it up, one unit per order.
///
/// Units of weeks gone by are in stock now, so their week is this week. Whoever takes a unit takes it from the latest
/// week that still serves them: it leaves the earlier ones for those behind.
final class CurveRun {
    private final LocalDate[] weeks;
    private final long[] left;
    private int first;
    private long given;
    private @Nullable LocalDate furthest;

    CurveRun(Curve curve, LocalDate thisWeek) {
        int size = curve.weeks().size();
        weeks = new LocalDate[size];
        left = new long[size];
        long before = 0;
        for (int i = 0; i < size; i++) {
            LocalDate week = curve.weeks().get(i);
            weeks[i] = week.isBefore(thisWeek) ? thisWeek : week;
            left[i] = curve.cumulative().get(i) - before;
            before = curve.cumulative().get(i);
        }
    }

    /// Counts an order whose unit is there: it takes one of the curve's units, and keeps what it was told.
    ///
    /// @param told null: it has a unit before it has a week
    void built(@Nullable LocalDate told) {
        given++;
        if (told == null || !take(told)) {
            takeFirst();
        }
        if (told != null) {
            reach(told);
        }
    }

    /// Serves an order in the week it was promised if a unit is left by then, else in the first week that has one.
    Optional<LocalDate> keep(LocalDate promised) {
        if (!take(promised)) {
            return next();
        }
        given++;
        reach(promised);
        return Optional.of(promised);
    }

    /// Serves an order in the first week that has a unit left; empty when none has.
    Optional<LocalDate> next() {
        given++;
        if (!takeFirst()) {
            return Optional.empty();
        }
        reach(weeks[first]);
        return Optional.of(weeks[first]);
    }

    /// Orders served or found beyond the supply.
    long given() {
        return given;
    }

    Supplies.Checkpoint checkpoint(String offer) {
        return new Supplies.Checkpoint(offer, given, Optional.ofNullable(furthest), "");
    }

    private boolean take(LocalDate until) {
        int i = weeks.length - 1;
        while (i >= first && (weeks[i].isAfter(until) || left[i] == 0)) {
            i--;
        }
        if (i < first) {
            return false;
        }
        left[i]--;
        return true;
    }

    private boolean takeFirst() {
        while (first < weeks.length && left[first] == 0) {
            first++;
        }
        if (first == weeks.length) {
            return false;
        }
        left[first]--;
        return true;
    }

    private void reach(LocalDate week) {
        furthest = furthest == null || week.isAfter(furthest) ? week : furthest;
    }
}
