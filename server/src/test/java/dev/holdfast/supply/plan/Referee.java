package dev.holdfast.supply.plan;

import java.util.ArrayList;
import java.util.List;

/// Judges a plan from the lists of a [SmallWorld] alone, slowly and plainly.
final class Referee {
    private final SmallWorld world;

    Referee(SmallWorld world) {
        this.world = world;
    }

    /// Every way in which the weeks given cannot be carried out; empty when they can.
    List<String> faults(int[] week) {
        var faults = new ArrayList<String>();
        for (int order = 0; order < week.length; order++) {
            int earliest = Math.max(1, world.orders().get(order).notBefore());
            if (week[order] < Math.min(earliest, world.weeks() + 1) || week[order] > world.weeks() + 1) {
                faults.add("order " + order + " stands in week " + week[order]);
            }
        }
        for (int component = 0; component < world.components(); component++) {
            checkComponent(component, week, faults);
        }
        for (int resource = 0; resource < world.resources(); resource++) {
            checkResource(resource, week, faults);
        }
        return faults;
    }

    boolean accepts(int[] week) {
        return faults(week).isEmpty();
    }

    private void checkComponent(int component, int[] week, List<String> faults) {
        for (int until = -20; until <= world.weeks(); until++) {
            long balance = 0;
            for (var receipt : world.receipts()) {
                if (receipt.component() == component && receipt.week() <= until) {
                    balance += receipt.quantity();
                }
            }
            for (var need : world.needs()) {
                if (need.component() == component) {
                    balance -= (long) need.quantity() * builtBy(need, until + need.leadWeeks(), week);
                }
            }
            if (balance < 0) {
                faults.add("component " + component + " is short by " + -balance + " in week " + until);
            }
        }
    }

    private int builtBy(SmallWorld.Need need, int until, int[] week) {
        int built = 0;
        for (int order = 0; order < week.length; order++) {
            boolean within = week[order] <= Math.min(until, world.weeks()) && need.isNeededIn(week[order]);
            built += within && world.orders().get(order).configuration() == need.configuration() ? 1 : 0;
        }
        return built;
    }

    private void checkResource(int resource, int[] week, List<String> faults) {
        for (int now = 1; now <= world.weeks(); now++) {
            int room = 0;
            for (var one : world.rooms()) {
                room += one.resource() == resource && one.week() == now ? one.capacity() : 0;
            }
            for (var route : world.routes()) {
                for (int order = 0; order < week.length; order++) {
                    boolean takes = route.resource() == resource
                            && week[order] == now
                            && world.orders().get(order).configuration() == route.configuration();
                    room -= takes ? 1 : 0;
                }
            }
            if (room < 0) {
                faults.add("resource " + resource + " is over by " + -room + " in week " + now);
            }
        }
    }

    /// Serial dictatorship by trying every week for every order in turn: what LINE has to equal.
    int[] bruteForceLine() {
        int beyond = world.weeks() + 1;
        int[] week = SmallWorld.unplaced(world.orders().size(), beyond);
        for (int order : world.turns(Rule.LINE)) {
            int candidate = Math.max(1, world.orders().get(order).notBefore());
            while (candidate <= world.weeks()) {
                week[order] = candidate;
                if (accepts(week)) {
                    break;
                }
                candidate++;
            }
            week[order] = Math.min(candidate, beyond);
        }
        return week;
    }

    /// Orders built after their class mates behind them, as pairs.
    long overtakes(int[] week) {
        long pairs = 0;
        for (int ahead = 0; ahead < week.length; ahead++) {
            for (int behind = ahead + 1; behind < week.length; behind++) {
                pairs += world.sameClass(ahead, behind) && week[behind] < week[ahead] ? 1 : 0;
            }
        }
        return pairs;
    }

    /// Orders that those before them in turn would have let into an earlier week, although they are late.
    long envy(Rule rule, int[] week, int[] content) {
        int[] ahead = SmallWorld.unplaced(week.length, world.weeks() + 1);
        long envious = 0;
        for (int order : world.turns(rule)) {
            boolean wants = false;
            int earliest = Math.max(1, world.orders().get(order).notBefore());
            for (int earlier = earliest; earlier < week[order] && week[order] > content[order]; earlier++) {
                ahead[order] = earlier;
                wants |= accepts(ahead);
            }
            ahead[order] = week[order];
            envious += wants ? 1 : 0;
        }
        return envious;
    }
}
