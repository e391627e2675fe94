package dev.holdfast.supply;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.OneCurve;
import dev.holdfast.launch.Supplies;
import dev.holdfast.launch.SupplyLine;
import java.util.List;

/// Gives launches their supply from uploaded curves: an offer is its own component.
final class CurveSupplies implements Supplies {
    private final SupplyStore store;

    CurveSupplies(SupplyStore store) {
        this.store = store;
    }

    @Override
    public SupplyLine line(int launch, List<Checkpoint> checkpoint) {
        return new OneCurve(store.curves(launch), checkpoint);
    }

    /// A curve is in force as soon as it is uploaded, so no run of it ever waits to be published.
    @Override
    public SupplyLine planned(int launch, int run) {
        throw new Problem(Problem.Kind.UNKNOWN, "unknown_plan", "Launch " + launch + " has no plan run " + run + ".");
    }
}
