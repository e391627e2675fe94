package dev.holdfast.supply.run;

import dev.holdfast.supply.master.AssembledPlant;
import dev.holdfast.supply.plan.Line;
import dev.holdfast.supply.plan.UnitsThere;

/// Everything a run is computed from, besides what its wish says.
///
/// @param line the live orders in entry order for which a unit is to be built; a promise of a week gone by counts as
/// one of this week
/// @param floor this week as a build week of the plant: nothing is built before it
/// @param there the other live orders
/// @param position at which each order came, by which it is known again, whatever its position is now
@SuppressWarnings("ArrayRecordComponent") // read by index; nobody compares two inputs
record RunInput(AssembledPlant plant, Line line, int floor, long[] position, UnitsThere there) {
    int orders() {
        return position.length;
    }

    /// Whether a promise falls into the next so many weeks, this one counted.
    static boolean isWithin(int promised, int floor, int weeks) {
        return promised != Line.NONE && promised < floor + weeks;
    }

    /// The same orders before another plant.
    RunInput with(AssembledPlant other) {
        return new RunInput(other, line, floor, position, there);
    }

    RunInput with(Line other) {
        return new RunInput(plant, other, floor, position, there);
    }
}
