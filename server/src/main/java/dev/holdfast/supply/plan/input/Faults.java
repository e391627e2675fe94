package dev.holdfast.supply.plan.input;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/// Every fault of the input, so that a planner mends them all at once. Keeps the first [#MAX] and counts the rest.
public final class Faults {
    public static final int MAX = 10_000;

    private final List<Fault> listed = new ArrayList<>();
    private long unlisted;

    public void add(String file, long line, String column, String value, String reason) {
        if (listed.size() < MAX) {
            listed.add(new Fault(file, line, column, value, reason));
        } else {
            unlisted++;
        }
    }

    public boolean isEmpty() {
        return listed.isEmpty();
    }

    /// How many there are, listed or not.
    public long count() {
        return listed.size() + unlisted;
    }

    /// Those that are listed, by file in the order of `rank`, then by line.
    public List<Fault> listed(ToIntFunction<String> rank) {
        return listed.stream()
                .sorted(Comparator.comparingInt((Fault fault) -> rank.applyAsInt(fault.file()))
                        .thenComparingLong(Fault::line))
                .toList();
    }

    /// One line each, by file in the order of `rank`, then by line of the file.
    public List<String> lines(ToIntFunction<String> rank) {
        var lines = new ArrayList<String>();
        listed(rank).forEach(fault -> lines.add(fault.toString()));
        if (unlisted > 0) {
            lines.add("... and " + unlisted + " more");
        }
        return lines;
    }
}
