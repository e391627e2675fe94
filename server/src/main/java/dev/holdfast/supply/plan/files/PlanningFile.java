package dev.holdfast.supply.plan.files;

import dev.holdfast.supply.plan.input.Sheet;

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

    Sheet sheet() {
        return Sheet.of(label, needed, optional);
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
}
