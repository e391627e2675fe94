package dev.holdfast.supply;

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
}
