package dev.holdfast.bench.check;

import java.util.Map;
import java.util.TreeMap;

/// The rows of the book that are only ever appended, as they stood at one instant: the ledger, the promises, the
/// states, the payments, the journal, and what each order was first told.
///
/// @param rows the whole row in words, by table and key
public record Trail(Map<String, String> rows) {
    public Trail {
        rows = Map.copyOf(rows);
    }

    /// Every row that stood earlier stands now, and says the same.
    public Finding overwrittenSince(Trail earlier) {
        var tally = new Finding.Tally();
        new TreeMap<>(earlier.rows).forEach((key, row) -> {
            String now = rows.get(key);
            tally.add(row.equals(now) ? 0 : 1, key + " was " + row + " and is " + (now == null ? "gone" : now));
        });
        return tally.finding();
    }
}
