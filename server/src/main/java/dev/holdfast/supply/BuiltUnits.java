package dev.holdfast.supply;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// What was built of a launch so far: the parts of it are in no stock any more, and no plan has to build it again.
/// Implemented by the module that owns units.
public interface BuiltUnits {
    /// By offer and day; a day on which nothing was built is left out. Joins the running transaction.
    ///
    /// @param launch the launch's number
    /// @param zone in which a day begins and ends
    List<Day> of(int launch, ZoneId zone);

    /// What was built of one offer on one day.
    ///
    /// @param lost how many of them nobody can have: damaged, or stopped and not handed over
    record Day(String offer, LocalDate day, long units, long lost) {}
}
