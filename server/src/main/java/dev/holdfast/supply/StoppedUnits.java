package dev.holdfast.supply;

import java.util.Map;

/// How many units of each offer were built and may be handed to nobody for now: the supply is less by so many.
/// Implemented by the module that owns units.
public interface StoppedUnits {
    /// By offer; one without any may be left out. Joins the running transaction.
    ///
    /// @param launch the launch's number
    Map<String, Long> of(int launch);
}
