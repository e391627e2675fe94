package dev.holdfast.launch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Where a launch finds its supply. Implemented by the module that owns supply.
public interface Supplies {
    /// The supply line of a launch under its current plan, standing where the checkpoint says.
    ///
    /// Joins the running transaction.
    ///
    /// @param launch the launch's number
    SupplyLine line(int launch, List<Checkpoint> checkpoint);

    /// How far one offer's line has come.
    ///
    /// @param furthest the last week given; empty: none yet
    record Checkpoint(String offer, long live, Optional<LocalDate> furthest) {}
}
