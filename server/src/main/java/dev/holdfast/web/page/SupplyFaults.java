package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem.Fault;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The faults of a supply file, each beside the row it is in.
final class SupplyFaults {
    private static final int MAX_ROW = 120;

    private SupplyFaults() {}

    /// @param row as it stands in the file
    record Row(long line, String row, String column, String reason) {}

    static List<Row> of(byte[] file, List<Fault> faults, Words words) {
        var lines = new String(file, StandardCharsets.UTF_8).split("\r?\n", -1);
        return faults.stream()
                .map(fault -> new Row(
                        fault.line(),
                        fault.line() < 1 || fault.line() > lines.length ? "" : cut(lines[(int) fault.line() - 1]),
                        fault.where(),
                        Reasons.of(fault.reason(), words)))
                .toList();
    }

    private static String cut(String row) {
        return row.length() > MAX_ROW ? row.substring(0, MAX_ROW) + "…" : row;
    }
}
