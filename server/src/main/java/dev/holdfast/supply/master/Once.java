package dev.holdfast.supply.master;

import dev.holdfast.supply.plan.input.Row;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Refuses what a file says twice: which one counts?
final class Once {
    private final Map<List<String>, Long> givenAt = new HashMap<>();

    /// @param key columns that together may stand once
    boolean isNew(Row row, String... key) {
        Long before = givenAt.putIfAbsent(Arrays.stream(key).map(row::text).toList(), row.line());
        if (before != null) {
            row.refuse(key[key.length - 1], row.text(key[key.length - 1]), "is already given by line " + before);
        }
        return before == null;
    }
}
