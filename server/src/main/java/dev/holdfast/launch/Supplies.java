package dev.holdfast.launch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a launch finds its supply. Implemented by the module that owns supply.
public interface Supplies {
    /// The supply line of a launch under its current plan, standing where the checkpoint says.
    ///
    /// Joins the running transaction.
    ///
    /// @param launch the launch's number
    SupplyLine line(int launch, List<Checkpoint> checkpoint);

    /// A plan run that was not published yet.
    ///
    /// @param run the number of a run that has been computed
    Planned planned(int launch, int run);

    /// How a plan run leaves the line.
    ///
    /// @param line with the orders of the run's snapshot in it, each in the week that the run gave it; driven
    ///     by nobody else
    record Planned(SupplyLine line, Weeks weeks) {}

    /// The week in which a plan run has each order.
    interface Weeks {
        /// @param otherwise for an order that the run does not know
        /// @return null: it waits
        @Nullable
        LocalDate week(OrderId order, @Nullable LocalDate otherwise);
    }

    /// How far one offer's line has come.
    ///
    /// @param furthest the last week given; empty: none yet
    /// @param builds what else the supply has to know of the orders in line, in its own words; empty when nothing
    record Checkpoint(String offer, long live, Optional<LocalDate> furthest, String builds) {}
}
