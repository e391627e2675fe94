package dev.holdfast.supply.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The planner's to-do list, read off the prices of a [LatenessBound]: what would save the most waiting.
///
/// Prices hold for small changes around the best plan there could be, so these are leads to follow, not promises.
///
/// @param earlier components by the order-weeks saved if every receipt came one week earlier, the most first
/// @param room weeks of resources by the order-weeks saved by one more unit of capacity, the most first
public record Worth(List<Earlier> earlier, List<Room> room) {
    /// Less than this saves nothing anybody would act on; it is the noise of prices that never quite reach zero.
    private static final double LEAST = 0.01;

    public record Earlier(int component, double savedWeeks) {}

    public record Room(int resource, int week, double savedWeeks) {}

    public static Worth of(Plant plant, LatenessBound bound, int most) {
        var earlier = new ArrayList<Earlier>();
        for (int component = 0; component < plant.components; component++) {
            double saved = 0;
            int from = component * plant.columns;
            for (int at = from; at < from + plant.columns - 1; at++) {
                saved += bound.prices()[at] * plant.receipts[at + 1];
            }
            if (saved >= LEAST) {
                earlier.add(new Earlier(component, saved));
            }
        }
        var room = new ArrayList<Room>();
        for (int at = 0; at < plant.capacity.length; at++) {
            double saved = bound.prices()[plant.components * plant.columns + at];
            if (saved >= LEAST) {
                room.add(new Room(at / plant.weeks, at % plant.weeks + 1, saved));
            }
        }
        earlier.sort(Comparator.comparingDouble(Earlier::savedWeeks).reversed());
        room.sort(Comparator.comparingDouble(Room::savedWeeks).reversed());
        return new Worth(
                List.copyOf(earlier.subList(0, Math.min(most, earlier.size()))),
                List.copyOf(room.subList(0, Math.min(most, room.size()))));
    }
}
