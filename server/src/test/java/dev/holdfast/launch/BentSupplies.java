package dev.holdfast.launch;

import java.util.List;
import java.util.function.UnaryOperator;

/// Supplies whose lines were tampered with.
///
/// @param bend puts the fault into a line
public record BentSupplies(Supplies straight, UnaryOperator<SupplyLine> bend) implements Supplies {
    @Override
    public SupplyLine line(int launch, List<Checkpoint> checkpoint) {
        return bend.apply(straight.line(launch, checkpoint));
    }

    @Override
    public Planned planned(int launch, int run) {
        Planned planned = straight.planned(launch, run);
        return new Planned(bend.apply(planned.line()), planned.weeks());
    }
}
