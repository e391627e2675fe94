package dev.holdfast.supply.plan;

import java.util.Arrays;

/// STAY-PUT: everyone, in turn, is built just in time for the promise, or as soon after it as can be.
///
/// In turn means frozen orders and [Band#WIN] first, then the other tiers of [Band], each by position. Building
/// just in time leaves the most to those behind, whose promise may be earlier.
///
/// Overtaking inside a class is ruled out by construction, not repaired afterwards. Every order aims at a
/// *target* no later than its promise and takes the first open week from it on; as long as targets never fall
/// along a class and the weeks open to it only become fewer, its weeks never fall either. Only capacity can
/// spoil this: with no room between target and promise, an order goes back to a week before its target. Then
/// the weeks of each class, sorted by position, become the targets of another round. Targets only ever move
/// earlier, so the rounds end; a class still unsettled after [#PATIENCE] rounds takes the earliest weeks it can
/// get, which always settles. The settled round is free of overtaking and of justified envy at once, where
/// sorting the weeks alone would hand some late order a reason to envy.
final class StayPutRule {
    static final int PATIENCE = 6;

    private final Plant plant;
    private final Line line;
    private final Classes classes;
    private final int[] wish;
    private final int[] target;
    private final boolean[] unsettled;

    StayPutRule(Plant plant, Line line) {
        this.plant = plant;
        this.line = line;
        this.classes = new Classes(line);
        this.wish = Wishes.of(plant, line, classes);
        this.target = wish.clone();
        this.unsettled = new boolean[classes.count()];
        keepRising(target);
    }

    Plan plan() {
        Plan plan = round();
        for (int round = 1; anyUnsettled(); round++) {
            lowerTargets(plan, round);
            plan = round();
        }
        return new Compaction(plant, line, classes, wish).compact(plan);
    }

    /// One turn for every order; afterwards `unsettled` names the classes that went back before a target.
    private Plan round() {
        Arrays.fill(unsettled, false);
        var taking = new Taking(plant);
        var plan = Plan.empty(line.orders());
        for (int tier : line.tiers()) {
            for (int order = 0; order < line.orders(); order++) {
                if (line.tier(order) == tier) {
                    place(order, taking, plan);
                }
            }
        }
        return plan;
    }

    private void place(int order, Taking taking, Plan plan) {
        int configuration = line.configuration()[order];
        int earliest = Math.min(line.earliest(order), plant.beyond());
        int week = taking.first(configuration, Math.max(earliest, target[order]));
        if (week > wish[order]) {
            int before = taking.last(configuration, earliest, Math.min(target[order] - 1, wish[order]));
            if (before > 0) {
                week = before;
                unsettled[classes.of(order)] = true;
            }
        }
        boolean kept = week <= wish[order];
        plan.put(order, week, kept ? Plan.NOTHING : taking.binding(configuration, earliest, week));
        taking.take(configuration, week);
    }

    private boolean anyUnsettled() {
        for (boolean one : unsettled) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    private void lowerTargets(Plan plan, int round) {
        int[] sorted = classes.sortedByPosition(plan.week());
        for (int order = 0; order < target.length; order++) {
            boolean outOfPatience = round >= 2 * PATIENCE || (round >= PATIENCE && unsettled[classes.of(order)]);
            target[order] = outOfPatience ? 1 : Math.min(target[order], sorted[order]);
        }
        keepRising(target);
    }

    /// Lowers whatever stands above a later member of its class, so that targets never fall along a class.
    private void keepRising(int[] weeks) {
        var lowest = new int[classes.count()];
        Arrays.fill(lowest, Integer.MAX_VALUE);
        for (int order = weeks.length - 1; order >= 0; order--) {
            int inClass = classes.of(order);
            lowest[inClass] = Math.min(lowest[inClass], weeks[order]);
            weeks[order] = lowest[inClass];
        }
    }
}
