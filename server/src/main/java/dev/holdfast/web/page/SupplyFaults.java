package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem.Fault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// The faults of a supply file, each beside the row it is in.
final class SupplyFaults {
    /// Reasons by how they begin, for readers of another language than they are written in.
    private static final Map<String, String> KNOWN = Map.of(
            "is no Monday", "monday",
            "is no date", "date",
            "is not between", "range",
            "is no offer", "offer",
            "must be a whole", "quantity",
            "has ", "columns",
            "is given twice", "twice",
            "must be offer,", "header",
            "is missing", "header",
            "is beyond", "rows");

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
                        reason(fault.reason(), words)))
                .toList();
    }

    private static String reason(String reason, Words words) {
        return KNOWN.entrySet().stream()
                .filter(known -> reason.startsWith(known.getKey()))
                .findFirst()
                .map(known -> words == Words.ENGLISH ? reason : words.say("fault.supply." + known.getValue()))
                .orElse(reason);
    }

    private static String cut(String row) {
        return row.length() > MAX_ROW ? row.substring(0, MAX_ROW) + "…" : row;
    }
}
