package dev.holdfast.supply.plan.files;

import java.util.List;

/// The files a plan is made from, with their columns.
enum PlanningFile {
    LINE("line.csv", true, "position,configuration", "promised,frozen,band,notBefore"),
    BOM("bom.csv", true, "parent,child,quantity,leadTimeWeeks", ""),
    SUPPLY("supply.csv", true, "component,week,quantity", ""),
    CAPACITY("capacity.csv", false, "resource,week,capacity", ""),
    ROUTING("routing.csv", false, "configuration,resource", "");

    final String label;
    final boolean isNeeded;
    private final String needed;
    private final String optional;

    PlanningFile(String label, boolean isNeeded, String needed, String optional) {
        this.label = label;
        this.isNeeded = isNeeded;
        this.needed = needed;
        this.optional = optional;
    }

    /// Where a file stands among the others; anything else comes first.
    static int rank(String label) {
        int rank = 1;
        for (PlanningFile file : values()) {
            if (file.label.equals(label)) {
                return rank;
            }
            rank++;
        }
        return 0;
    }

    List<String> neededColumns() {
        return List.of(needed.split(",", -1));
    }

    boolean hasColumn(String column) {
        return neededColumns().contains(column)
                || (!column.isEmpty() && List.of(optional.split(",", -1)).contains(column));
    }

    /// The columns in words, for whoever got them wrong.
    String columns() {
        return optional.isEmpty() ? needed : needed + ", and if wanted " + optional;
    }
}
