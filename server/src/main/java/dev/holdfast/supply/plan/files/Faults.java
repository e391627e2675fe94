package dev.holdfast.supply.plan.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Every fault of the input, so that a planner mends them all at once. Keeps the first [#MAX] and counts the rest.
final class Faults {
    static final int MAX = 10_000;

    private final List<Fault> listed = new ArrayList<>();
    private long unlisted;

    void add(String file, long line, String column, String value, String reason) {
        if (listed.size() < MAX) {
            listed.add(new Fault(file, line, column, value, reason));
        } else {
            unlisted++;
        }
    }

    boolean isEmpty() {
        return listed.isEmpty();
    }

    /// By file in the order they are read, then by line.
    List<String> lines() {
        var lines = new ArrayList<String>();
        listed.stream()
                .sorted(Comparator.comparingInt((Fault fault) -> PlanningFile.rank(fault.file()))
                        .thenComparingLong(Fault::line))
                .forEach(fault -> lines.add(fault.toString()));
        if (unlisted > 0) {
            lines.add("... and " + unlisted + " more");
        }
        return lines;
    }
}
