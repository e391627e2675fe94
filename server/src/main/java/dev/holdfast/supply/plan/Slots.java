package dev.holdfast.supply.plan;

/// What is left of every resource's weekly capacity; a unit takes one of each resource on its configuration's
/// route, in its build week. Unused capacity is lost, so weeks do not lend to each other as components do.
final class Slots {
    private final Plant plant;
    private final int stride;
    private final long[] free;
    /// Union-find per resource towards the next, and towards the previous, week with capacity left.
    private final int[] next;
    private final int[] previous;

    Slots(Plant plant) {
        this.plant = plant;
        this.stride = plant.weeks + 2;
        this.free = new long[plant.resources * stride];
        this.next = new int[free.length];
        this.previous = new int[free.length];
        for (int resource = 0; resource < plant.resources; resource++) {
            fill(resource);
        }
    }

    private void fill(int resource) {
        int base = resource * stride;
        for (int week = 0; week < stride; week++) {
            boolean edge = week == 0 || week > plant.weeks;
            free[base + week] = edge ? 0 : plant.capacity[resource * plant.weeks + week - 1];
            boolean open = edge || free[base + week] > 0;
            next[base + week] = open ? week : week + 1;
            previous[base + week] = open ? week : week - 1;
        }
    }

    /// The first week from `week` on with room on the whole route; beyond the horizon if there is none.
    int next(int configuration, int week) {
        return settle(configuration, week, next);
    }

    /// The last week up to `week` with room on the whole route; 0 if there is none.
    int previous(int configuration, int week) {
        return settle(configuration, week, previous);
    }

    private int settle(int configuration, int week, int[] towards) {
        int settled = week;
        int agreed = 0;
        int from = plant.routeStart[configuration];
        int length = plant.routeStart[configuration + 1] - from;
        for (int turn = 0; agreed < length; turn = (turn + 1) % length) {
            int open = find(towards, plant.route[from + turn] * stride, settled);
            agreed = open == settled ? agreed + 1 : 1;
            settled = open;
        }
        return settled;
    }

    /// The resource that is full in `week`, or -1.
    int full(int configuration, int week) {
        for (int at = plant.routeStart[configuration]; at < plant.routeStart[configuration + 1]; at++) {
            if (free[plant.route[at] * stride + week] == 0) {
                return plant.route[at];
            }
        }
        return -1;
    }

    void take(int configuration, int week) {
        for (int at = plant.routeStart[configuration]; at < plant.routeStart[configuration + 1]; at++) {
            int base = plant.route[at] * stride;
            if (free[base + week] == 0) {
                throw new IllegalStateException("Resource " + plant.route[at] + " has no room in week " + week);
            }
            if (--free[base + week] == 0) {
                next[base + week] = week + 1;
                previous[base + week] = week - 1;
            }
        }
    }

    private static int find(int[] towards, int base, int week) {
        int at = week;
        while (towards[base + at] != at) {
            towards[base + at] = towards[base + towards[base + at]];
            at = towards[base + at];
        }
        return at;
    }
}
