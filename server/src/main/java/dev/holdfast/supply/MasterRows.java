package dev.holdfast.supply;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The rows of a table as they were sent.
public sealed interface MasterRows {
    /// A CSV file with a header.
    @SuppressWarnings("ArrayRecordComponent") // read once; nobody compares two files
    record Csv(byte[] bytes) implements MasterRows {}

    /// One map for each row, from column to value.
    record Objects(List<Map<String, String>> rows) implements MasterRows {
        public Objects {
            rows = rows.stream().map(Map::copyOf).collect(Collectors.toUnmodifiableList());
        }
    }
}
