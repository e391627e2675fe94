package dev.holdfast.supply.run;

import dev.holdfast.supply.plan.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Counts whose window moves, by how much, and who they are.
final class Movement {
    /// A planner who has more stores than this looks at those that are hit hardest.
    private static final int MAX_STORES = 200;

    private final Standing standing;
    private final Outcome outcome;
    private final Line line;
    private final Count all = new Count();
    private final Count[] byConfiguration;
    private final Count[] byRegion;
    private final Count[] byStore;
    private final SortedMap<Integer, Long> byWeeks = new TreeMap<>();
    private final SortedMap<Years, Long> years = new TreeMap<>(Years.ORDER);

    private Movement(Standing standing, Outcome outcome) {
        this.standing = standing;
        this.outcome = outcome;
        this.line = standing.input().line();
        this.byConfiguration = counts(standing.input().plant().configurations().size());
        // The last is for those that name none.
        this.byRegion = counts(standing.line().regions().size() + 1);
        this.byStore = counts(standing.line().stores().size() + 1);
    }

    static PlanReport.Moves of(Standing standing, Outcome outcome) {
        var movement = new Movement(standing, outcome);
        for (int order = 0; order < movement.line.orders(); order++) {
            movement.count(order);
        }
        return movement.moves();
    }

    private void count(int order) {
        int was = standing.was()[order];
        int now = standing.line().state(order).built() ? was : outcome.told()[order];
        all.add(was, now);
        byConfiguration[line.configuration()[order]].add(was, now);
        byRegion[nameless(standing.line().region(order), byRegion)].add(was, now);
        byStore[nameless(standing.line().store(order), byStore)].add(was, now);
        if (was != now && was != Line.NONE && now != Line.NONE) {
            byWeeks.merge(now - was, 1L, Long::sum);
            int before = year(order, was);
            int after = year(order, now);
            if (before != after) {
                years.merge(new Years(before, after), 1L, Long::sum);
            }
        }
    }

    private static int nameless(int index, Count[] counts) {
        return index < 0 ? counts.length - 1 : index;
    }

    private int year(int order, int week) {
        LocalDate monday = standing.input().plant().delivery(line.configuration()[order], week);
        return monday.plusWeeks(standing.line().transitWeeks(order)).getYear();
    }

    private PlanReport.Moves moves() {
        List<PlanReport.Shift> shifts = new ArrayList<>();
        byWeeks.forEach((weeks, orders) -> shifts.add(new PlanReport.Shift(weeks, orders)));
        List<PlanReport.YearCrossed> crossed = new ArrayList<>();
        years.forEach((each, orders) -> crossed.add(new PlanReport.YearCrossed(each.from, each.to, orders)));
        List<PlanReport.Group> stores = groups(byStore, standing.line().stores()).stream()
                .sorted(Comparator.comparingLong(Movement::moved).reversed())
                .limit(MAX_STORES)
                .toList();
        return new PlanReport.Moves(
                all.earlier + all.later + all.lost + all.reached,
                all.orders - all.earlier - all.later - all.lost - all.reached,
                all.earlier,
                all.later,
                all.lost,
                all.reached,
                shifts,
                groups(byConfiguration, standing.input().plant().configurations()),
                groups(byRegion, standing.line().regions()),
                stores,
                crossed);
    }

    private static long moved(PlanReport.Group group) {
        return group.earlier() + group.later() + group.lost() + group.reached();
    }

    private static List<PlanReport.Group> groups(Count[] counts, List<String> names) {
        List<PlanReport.Group> groups = new ArrayList<>();
        for (int at = 0; at < counts.length; at++) {
            if (counts[at].orders > 0) {
                groups.add(counts[at].group(at < names.size() ? names.get(at) : null));
            }
        }
        return groups;
    }

    private static Count[] counts(int size) {
        var counts = new Count[size];
        Arrays.setAll(counts, at -> new Count());
        return counts;
    }

    private record Years(int from, int to) {
        static final Comparator<Years> ORDER =
                Comparator.comparingInt(Years::from).thenComparingInt(Years::to);
    }

    private static final class Count {
        private long orders;
        private long earlier;
        private long later;
        private long lost;
        private long reached;
        private long weeksLater;

        void add(int was, int now) {
            orders++;
            if (was == now) {
                return;
            }
            if (was == Line.NONE || now == Line.NONE) {
                lost += was != Line.NONE ? 1 : 0;
                reached += now != Line.NONE ? 1 : 0;
            } else {
                earlier += now < was ? 1 : 0;
                later += now > was ? 1 : 0;
                weeksLater += Math.max(0, now - was);
            }
        }

        PlanReport.Group group(@Nullable String name) {
            return new PlanReport.Group(name, orders, earlier, later, lost, reached, weeksLater);
        }
    }
}
