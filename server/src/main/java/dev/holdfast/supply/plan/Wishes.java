package dev.holdfast.supply.plan;

import java.util.Arrays;

/// The week each order is content with when promises are made again: no order is late, or envies, before it.
///
/// A promised order wishes its promise. One without a promise wishes the last one given ahead of it in its
/// class, since it may not overtake there, and the first week of all when there is none. If it chooses last
/// ([Band#LOSE]), it has a class of its own and may not overtake in its configuration either. An order whose
/// band is [Band#REDISTRIBUTE] gives its promise up and wishes the first week.
final class Wishes {
    private Wishes() {}

    static int[] of(Plant plant, Line line, Classes classes) {
        var wish = new int[line.orders()];
        var givenAhead = new int[classes.count()];
        var ofConfiguration = new int[plant.configurations];
        Arrays.fill(givenAhead, 1);
        Arrays.fill(ofConfiguration, 1);
        for (int order = 0; order < wish.length; order++) {
            int inClass = classes.of(order);
            int configuration = line.configuration()[order];
            boolean keeps = line.frozen()[order] || line.band()[order] != Band.REDISTRIBUTE;
            if (keeps && line.isPromised(order)) {
                wish[order] = Math.min(line.promised()[order], plant.beyond());
                givenAhead[inClass] = Math.max(givenAhead[inClass], wish[order]);
                if (line.tier(order) < Band.LOSE.tier) {
                    ofConfiguration[configuration] = Math.max(ofConfiguration[configuration], wish[order]);
                }
            } else if (keeps) {
                int given = line.band()[order] == Band.LOSE ? ofConfiguration[configuration] : 1;
                wish[order] = Math.max(given, givenAhead[inClass]);
            } else {
                wish[order] = 1;
            }
        }
        return wish;
    }
}
