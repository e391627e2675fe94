package dev.holdfast.supply.master;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.holdfast.supply.MasterRows;
import dev.holdfast.supply.plan.input.Faults;
import dev.holdfast.supply.plan.input.Row;
import dev.holdfast.supply.plan.input.Sheet;
import dev.holdfast.supply.plan.input.Table;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Reads the rows of a table, sent as CSV or as objects, and keeps their values in the order of its columns.
public final class FileReading {
    /// A car has some thirty thousand parts; this is room for a range of them.
    static final int MAX_ROWS = 200_000;

    static final int MAX_LENGTH = 200;

    private final Sheet sheet;
    private final Faults faults;
    private final List<List<String>> values = new ArrayList<>();

    public FileReading(Sheet sheet, Faults faults) {
        this.sheet = sheet;
        this.faults = faults;
    }

    /// Calls `each` for every row, and tells whether the rows could be read as a table at all.
    public boolean read(MasterRows rows, Consumer<Row> each) {
        Consumer<Row> bounded = row -> {
            if (values.size() < MAX_ROWS) {
                take(row, each);
            } else if (values.size() == MAX_ROWS) {
                values.add(List.of());
                row.refuse("row", "", "is beyond the " + MAX_ROWS + " rows a file may have");
            }
        };
        return switch (rows) {
            case MasterRows.Csv csv -> new Table(sheet, faults).read(csv.bytes(), bounded);
            case MasterRows.Objects objects -> readObjects(objects.rows(), bounded);
        };
    }

    private void take(Row row, Consumer<Row> each) {
        var value = new ArrayList<String>();
        for (String column : sheet.all()) {
            String text = row.text(column);
            if (text.length() > MAX_LENGTH || text.chars().anyMatch(Character::isISOControl)) {
                row.refuse(
                        column,
                        text.substring(0, Math.min(text.length(), MAX_LENGTH)),
                        "must have at most " + MAX_LENGTH + " characters and none that controls a terminal");
            }
            value.add(text);
        }
        values.add(value);
        each.accept(row);
    }

    private boolean readObjects(List<Map<String, String>> objects, Consumer<Row> each) {
        List<String> columns = sheet.all();
        var row = new Row(sheet, faults, columns);
        long line = 0;
        for (Map<String, String> object : objects) {
            line++;
            row.at(
                    columns.stream()
                            .map(column -> object.getOrDefault(column, ""))
                            .toList(),
                    line);
            for (String name : object.keySet()) {
                if (!columns.contains(name)) {
                    row.refuse(name, object.getOrDefault(name, ""), "is no column here; there are " + columns);
                }
            }
            each.accept(row);
        }
        return true;
    }

    int rows() {
        return values.size();
    }

    /// The rows as one file, the same however they were sent.
    String csv() {
        return csv(sheet, values);
    }

    static String csv(Sheet sheet, List<List<String>> values) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(sheet.all());
            values.forEach(csv::writeRecord);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A text in memory cannot fail", impossible);
        }
        return text.toString();
    }

    /// The rows of a file that [#csv] wrote.
    static List<List<String>> values(Sheet sheet, String csv) {
        var reading = new FileReading(sheet, new Faults());
        reading.read(new MasterRows.Csv(csv.getBytes(StandardCharsets.UTF_8)), row -> {});
        return reading.values;
    }
}
