package dev.holdfast.supply.line;

import dev.holdfast.launch.LineSnapshot;
import dev.holdfast.supply.master.AssembledPlant;
import java.util.BitSet;

/// Whose unit is there and need not be planned.
///
/// As many orders of an offer as units are told of it: the parts of these are off the supply. What was built since it
/// was told is not, so its orders still take theirs.
public final class Finished {
    private Finished() {}

    /// Orders of a line by index, the first in entry order.
    public static BitSet of(LineSnapshot line, AssembledPlant plant) {
        long[] left = line.offers().stream()
                .mapToLong(offer -> plant.there().getOrDefault(offer, 0L))
                .toArray();
        var finished = new BitSet();
        for (int order = 0; order < line.size(); order++) {
            if (line.state(order).built() && left[line.offer(order)] > 0) {
                left[line.offer(order)]--;
                finished.set(order);
            }
        }
        return finished;
    }
}
