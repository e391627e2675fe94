package dev.holdfast.supply.plan.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.function.Consumer;

/// One planning file as rows under known columns. What cannot be read becomes a fault, never an exception.
final class Table {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final PlanningFile file;
    private final Faults faults;
    private boolean isReadable = true;

    Table(PlanningFile file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /// Calls `each` for every row with the right number of fields. The row is the same object every time.
    ///
    /// @return whether the file could be read as a table; single rows may still have been refused
    boolean read(byte[] bytes, Consumer<Row> each) {
        var text = ByteBuffer.wrap(bytes);
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            readText(decoder.decode(text), each);
        } catch (CharacterCodingException malformed) {
            refuse(lineOf(bytes, text.position()), "file", file.label, "is not UTF-8: " + malformed.getMessage());
        }
        return isReadable;
    }

    private void readText(CharBuffer text, Consumer<Row> each) {
        int skipped = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        var reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text.subSequence(skipped, text.length()).toString());
        long line = 1;
        try {
            var records = reader.iterator();
            if (!records.hasNext()) {
                refuse(1, "header", "", "is missing; the columns are " + file.columns());
                return;
            }
            CsvRecord header = records.next();
            if (!acceptsHeader(header)) {
                return;
            }
            var row = new Row(file, faults, header.getFields());
            while (records.hasNext()) {
                CsvRecord next = records.next();
                line = next.getStartingLineNumber();
                if (next.getFieldCount() == header.getFieldCount()) {
                    each.accept(row.at(next));
                } else {
                    faults.add(
                            file.label,
                            line,
                            "row",
                            String.join(",", next.getFields()),
                            "has " + next.getFieldCount() + " fields under a header of " + header.getFieldCount());
                }
            }
        } catch (CsvParseException unreadable) {
            refuse(line, "row", "", "cannot be read as CSV from here on: " + unreadable.getMessage());
        }
    }

    private boolean acceptsHeader(CsvRecord header) {
        long line = header.getStartingLineNumber();
        var seen = new HashSet<String>();
        for (String column : header.getFields()) {
            if (!file.hasColumn(column)) {
                refuse(line, "header", column, "is not a column of this file; its columns are " + file.columns());
            } else if (!seen.add(column)) {
                refuse(line, "header", column, "stands twice in the header");
            }
        }
        for (String column : file.neededColumns()) {
            if (!seen.contains(column)) {
                refuse(line, "header", column, "is missing in the header; the columns are " + file.columns());
            }
        }
        return isReadable;
    }

    private void refuse(long line, String column, String value, String reason) {
        isReadable = false;
        faults.add(file.label, line, column, value, reason);
    }

    private static long lineOf(byte[] bytes, int end) {
        long line = 1;
        for (int at = 0; at < end; at++) {
            line += bytes[at] == '\n' ? 1 : 0;
        }
        return line;
    }
}
