package dev.holdfast.supply.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// The bill of one configuration while it is gathered: its lines, each with the build weeks it is needed in.
final class WeeklyBill {
    private final List<Line> lines = new ArrayList<>();

    record Need(int component, int leadWeeks) {
        /// By component, then the longest lead first, so that columns rise along a bill.
        static final Comparator<Need> ORDER = Comparator.comparingInt(Need::component)
                .thenComparing(Comparator.comparingInt(Need::leadWeeks).reversed());
    }

    private record Line(Need need, long quantity, int firstWeek, int lastWeek) {
        boolean isNeededIn(int week) {
            return firstWeek <= week && week <= lastWeek;
        }
    }

    void add(int component, int leadWeeks, long quantity, int firstWeek, int lastWeek) {
        lines.add(new Line(new Need(component, leadWeeks), quantity, firstWeek, lastWeek));
    }

    /// The bills that hold one after the other, by the week each begins in; two that follow each other differ.
    NavigableMap<Integer, NavigableMap<Need, Long>> periods(int weeks) {
        var begins = new TreeSet<Integer>();
        begins.add(1);
        for (Line line : lines) {
            begins.add(Math.max(1, line.firstWeek));
            if (line.lastWeek < weeks) {
                begins.add(Math.max(1, line.lastWeek + 1));
            }
        }
        var periods = new TreeMap<Integer, NavigableMap<Need, Long>>();
        for (int week : begins.headSet(weeks, true)) {
            NavigableMap<Need, Long> bill = in(week);
            if (periods.isEmpty() || !bill.equals(periods.lastEntry().getValue())) {
                periods.put(week, bill);
            }
        }
        return periods;
    }

    private NavigableMap<Need, Long> in(int week) {
        var bill = new TreeMap<Need, Long>(Need.ORDER);
        for (Line line : lines) {
            if (line.isNeededIn(week)) {
                bill.merge(line.need, line.quantity, Math::addExact);
            }
        }
        return bill;
    }
}
