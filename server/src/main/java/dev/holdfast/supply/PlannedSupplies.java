package dev.holdfast.supply;

import dev.holdfast.launch.OneCurve;
import dev.holdfast.launch.Supplies;
import dev.holdfast.launch.SupplyLine;
import dev.holdfast.supply.run.PublishedLines;
import java.util.List;

/// Gives launches their supply: from the plan in force, and before one was published from the uploaded curves, where
/// an offer is its own component.
final class PlannedSupplies implements Supplies {
    private final SupplyStore store;
    private final PublishedLines lines;

    PlannedSupplies(SupplyStore store, PublishedLines lines) {
        this.store = store;
        this.lines = lines;
    }

    @Override
    public SupplyLine line(int launch, List<Checkpoint> checkpoint) {
        return lines.line(launch, checkpoint).orElseGet(() -> new OneCurve(store.curves(launch), checkpoint));
    }

    @Override
    public Planned planned(int launch, int run) {
        return lines.planned(launch, run);
    }
}
