package dev.holdfast.supply.plan.input;

import java.util.ArrayList;
import java.util.List;

/// One kind of table: what it is called, and its columns.
///
/// @param label its name in faults
public record Sheet(String label, List<String> needed, List<String> optional) {
    public Sheet {
        needed = List.copyOf(needed);
        optional = List.copyOf(optional);
    }

    /// @param needed names separated by commas, as in a header
    /// @param optional the same; empty for none
    public static Sheet of(String label, String needed, String optional) {
        return new Sheet(
                label,
                List.of(needed.split(",", -1)),
                optional.isEmpty() ? List.of() : List.of(optional.split(",", -1)));
    }

    /// Every column, the needed ones first.
    public List<String> all() {
        var all = new ArrayList<>(needed);
        all.addAll(optional);
        return all;
    }

    boolean hasColumn(String column) {
        return needed.contains(column) || optional.contains(column);
    }

    /// The columns in words, for whoever got them wrong.
    String columns() {
        String must = String.join(",", needed);
        return optional.isEmpty() ? must : must + ", and if wanted " + String.join(",", optional);
    }
}
