package dev.holdfast.service.work;

import java.time.Instant;

/// Whoever is above and has to know of each turn of a work order, in the running transaction and after its row and
/// its parts: they have work done, and are not known here.
public interface WorkFollower {
    /// @param from as it stood before
    void turned(WorkOrder from, WorkOrder.State to, String actor, Instant now);
}
