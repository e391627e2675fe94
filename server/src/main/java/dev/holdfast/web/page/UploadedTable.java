package dev.holdfast.web.page;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.holdfast.kernel.Problem.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The rows of a refused file in which something is wrong, each with its faults at the cells that have them.
record UploadedTable(List<String> columns, List<Row> rows, List<Fault> elsewhere) {
    private static final int MAX_ROWS = 100;
    private static final int MAX_COLUMNS = 20;
    private static final int MAX_VALUE = 120;

    UploadedTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        elsewhere = List.copyOf(elsewhere);
    }

    /// @param line of the file, as a spreadsheet counts
    record Row(long line, List<Cell> cells) {
        Row {
            cells = List.copyOf(cells);
        }
    }

    /// @param reasons why it cannot be; none when nothing is wrong with it
    record Cell(String value, List<String> reasons) {
        Cell {
            reasons = List.copyOf(reasons);
        }
    }

    static UploadedTable of(byte[] csv, List<Fault> faults) {
        Map<Long, List<Fault>> byLine = new TreeMap<>();
        faults.forEach(fault ->
                byLine.computeIfAbsent(fault.line(), line -> new ArrayList<>()).add(fault));
        var columns = new ArrayList<String>();
        var rows = new ArrayList<Row>();
        try (var reader = CsvReader.builder()
                .detectBomHeader(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(new ByteArrayInputStream(csv), StandardCharsets.UTF_8)) {
            for (CsvRecord record : reader) {
                if (columns.isEmpty()) {
                    record.getFields().stream()
                            .limit(MAX_COLUMNS)
                            .map(String::strip)
                            .forEach(columns::add);
                }
                var found = byLine.get(record.getStartingLineNumber());
                if (found != null && rows.size() < MAX_ROWS) {
                    var row = row(record, columns, found);
                    rows.add(row);
                    found.removeIf(fault -> columns.contains(fault.where()));
                }
            }
        } catch (CsvParseException malformed) {
            // What could be read is shown, and the fault itself says where the reading ended.
            return rest(columns, rows, byLine);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return rest(columns, rows, byLine);
    }

    private static UploadedTable rest(List<String> columns, List<Row> rows, Map<Long, List<Fault>> byLine) {
        return new UploadedTable(
                columns, rows, byLine.values().stream().flatMap(List::stream).toList());
    }

    private static Row row(CsvRecord record, List<String> columns, List<Fault> faults) {
        var cells = new ArrayList<Cell>();
        for (int column = 0; column < columns.size(); column++) {
            var name = columns.get(column);
            var value = column < record.getFieldCount() ? record.getField(column) : "";
            cells.add(new Cell(
                    value.length() > MAX_VALUE ? value.substring(0, MAX_VALUE) + "…" : value,
                    faults.stream()
                            .filter(fault -> fault.where().equals(name))
                            .map(Fault::reason)
                            .toList()));
        }
        return new Row(record.getStartingLineNumber(), cells);
    }
}
