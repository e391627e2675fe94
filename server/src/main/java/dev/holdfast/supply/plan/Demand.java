package dev.holdfast.supply.plan;

import java.util.Arrays;

/// The promised orders of a line as groups that are worth the same to a bound: one configuration, one first week,
/// one promised week. Groups of a configuration stand together, those of one first week by rising promise.
final class Demand {
    private final long[] key;
    private final long[] orders;
    private final int[] start;

    private static final int WEEK_BITS = 16;
    private static final int WEEK_MASK = (1 << WEEK_BITS) - 1;
    /// Promises before the start have weeks below 1; this keeps their key positive.
    private static final int OFFSET = 1 << (WEEK_BITS - 1);

    private Demand(long[] key, long[] orders, int[] start) {
        this.key = key;
        this.orders = orders;
        this.start = start;
    }

    /// Orders without a promise, or promised beyond the horizon, cannot be late and are left out.
    static Demand of(Plant plant, Line line) {
        var keys = new long[line.orders()];
        int count = 0;
        for (int order = 0; order < line.orders(); order++) {
            if (line.isPromised(order) && line.promised()[order] < plant.beyond()) {
                keys[count++] = key(plant, line, order);
            }
        }
        keys = Arrays.copyOf(keys, count);
        Arrays.sort(keys);
        return grouped(keys, plant.configurations);
    }

    private static long key(Plant plant, Line line, int order) {
        long earliest = Math.min(line.earliest(order), plant.beyond());
        long due = Math.max(line.promised()[order], 1L - OFFSET) + OFFSET;
        return ((long) line.configuration()[order] << (2 * WEEK_BITS)) | (earliest << WEEK_BITS) | due;
    }

    private static Demand grouped(long[] sorted, int configurations) {
        var key = new long[sorted.length];
        var orders = new long[sorted.length];
        int groups = 0;
        for (int at = 0; at < sorted.length; at++) {
            if (at == 0 || sorted[at] != sorted[at - 1]) {
                key[groups++] = sorted[at];
            }
            orders[groups - 1]++;
        }
        var start = new int[configurations + 1];
        for (int group = 0; group < groups; group++) {
            start[(int) (key[group] >>> (2 * WEEK_BITS)) + 1] = group + 1;
        }
        for (int configuration = 0; configuration < configurations; configuration++) {
            start[configuration + 1] = Math.max(start[configuration + 1], start[configuration]);
        }
        return new Demand(Arrays.copyOf(key, groups), Arrays.copyOf(orders, groups), start);
    }

    int start(int configuration) {
        return start[configuration];
    }

    long orders(int group) {
        return orders[group];
    }

    int earliest(int group) {
        return (int) (key[group] >>> WEEK_BITS) & WEEK_MASK;
    }

    int due(int group) {
        return (int) (key[group] & WEEK_MASK) - OFFSET;
    }

    long ordersOf(int configuration) {
        long sum = 0;
        for (int group = start[configuration]; group < start[configuration + 1]; group++) {
            sum += orders[group];
        }
        return sum;
    }
}
