package dev.holdfast.supply.plan;

import java.util.Arrays;

/// Pulls builds earlier into supply and capacity that would lie idle, changing no promise and hurting nobody.
///
/// Each order in turn moves to the earliest week that all other orders leave open, but never before a class
/// mate ahead of it. Frozen orders and [Band#FILL] stay where they are. With storable components alone one
/// sweep reaches the end: later movers only use supply up. An order that leaves a week of capacity opens it
/// to others, and so does one that moves to a week in which its bill needs other parts; with either the sweeps
/// repeat, at most [#MAX_SWEEPS] times.
///
/// What is left by someone ahead may also be what a late order could claim against those behind. When that
/// gives anybody justified envy, only orders that leave nothing behind are pulled: those never cause any.
final class Compaction {
    static final int MAX_SWEEPS = 8;

    private final Plant plant;
    private final Line line;
    private final Classes classes;
    private final int[] wish;
    private final int[] tiers;
    private final boolean mayFree;

    Compaction(Plant plant, Line line, Classes classes, int[] wish) {
        this.plant = plant;
        this.line = line;
        this.classes = classes;
        this.wish = wish;
        this.tiers = line.tiers();
        this.mayFree = plant.resources > 0 || plant.changesBills();
    }

    Plan compact(Plan plan) {
        Plan everybody = pulled(plan, true);
        boolean fair = !mayFree || Envy.count(plant, line, wish, everybody) == 0;
        return fair ? everybody : pulled(plan, false);
    }

    private Plan pulled(Plan plan, boolean withAll) {
        var moved = new Plan(plan.week().clone(), plan.binding().clone());
        var idle = new Idle(plant, line, plan);
        boolean again = true;
        for (int sweep = 0; again && sweep < MAX_SWEEPS; sweep++) {
            again = sweep(moved, idle, withAll) && withAll && mayFree;
        }
        return moved;
    }

    private boolean sweep(Plan plan, Idle idle, boolean withAll) {
        boolean any = false;
        var reached = new int[classes.count()];
        Arrays.fill(reached, 1);
        for (int tier : tiers) {
            for (int order = 0; order < line.orders(); order++) {
                if (line.tier(order) == tier) {
                    boolean moves = mayMove(order, withAll);
                    int floor = Math.max(line.earliest(order), reached[classes.of(order)]);
                    any |= moves && pull(order, floor, plan, idle);
                    reached[classes.of(order)] = plan.week()[order];
                }
            }
        }
        return any;
    }

    private boolean mayMove(int order, boolean withAll) {
        boolean bound = line.frozen()[order] || line.band()[order] == Band.FILL;
        int configuration = line.configuration()[order];
        boolean frees = plant.usesCapacity(configuration) || plant.changesBill(configuration);
        return !bound && (withAll || !frees);
    }

    private boolean pull(int order, int floor, Plan plan, Idle idle) {
        int configuration = line.configuration()[order];
        int from = plan.week()[order];
        int to = idle.earliest(configuration, floor, from);
        if (to == from) {
            return false;
        }
        boolean late = to > wish[order];
        plan.put(order, to, late ? idle.binding(configuration, floor, to) : Plan.NOTHING);
        idle.move(configuration, from, to);
        return true;
    }
}
