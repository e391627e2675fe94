package dev.holdfast.supply.plan.input;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.function.Consumer;

/// One table as rows under known columns. What cannot be read becomes a fault, never an exception.
public final class Table {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int DECODED_AT_ONCE = 1 << 13;

    private final Sheet sheet;
    private final Faults faults;
    private boolean isReadable = true;

    public Table(Sheet sheet, Faults faults) {
        this.sheet = sheet;
        this.faults = faults;
    }

    /// Calls `each` for every row with the right number of fields. The row is the same object every time.
    ///
    /// @return whether the file could be read as a table; single rows may still have been refused
    public boolean read(byte[] bytes, Consumer<Row> each) {
        boolean isMarked = bytes.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
        int skipped = isMarked ? BYTE_ORDER_MARK.length : 0;
        var content = new ByteArrayInputStream(bytes, skipped, bytes.length - skipped);
        try {
            readText(new InputStreamReader(content, strict()), each);
        } catch (UncheckedIOException _) {
            refuse(malformedLine(bytes), "file", sheet.label(), "is not UTF-8");
        }
        return isReadable;
    }

    private static CharsetDecoder strict() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private void readText(Reader text, Consumer<Row> each) {
        var reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
        long line = 1;
        try {
            var records = reader.iterator();
            if (!records.hasNext()) {
                refuse(1, "header", "", "is missing; the columns are " + sheet.columns());
                return;
            }
            CsvRecord header = records.next();
            if (!acceptsHeader(header)) {
                return;
            }
            var row = new Row(sheet, faults, header.getFields());
            while (records.hasNext()) {
                CsvRecord next = records.next();
                line = next.getStartingLineNumber();
                if (next.getFieldCount() == header.getFieldCount()) {
                    each.accept(row.at(next.getFields(), line));
                } else {
                    faults.add(
                            sheet.label(),
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
            if (!sheet.hasColumn(column)) {
                refuse(line, "header", column, "is not a column of this file; its columns are " + sheet.columns());
            } else if (!seen.add(column)) {
                refuse(line, "header", column, "stands twice in the header");
            }
        }
        for (String column : sheet.needed()) {
            if (!seen.contains(column)) {
                refuse(line, "header", column, "is missing in the header; the columns are " + sheet.columns());
            }
        }
        return isReadable;
    }

    private void refuse(long line, String column, String value, String reason) {
        isReadable = false;
        faults.add(sheet.label(), line, column, value, reason);
    }

    /// The line of the first byte that is no UTF-8; what was read before it may have been read ahead.
    private static long malformedLine(byte[] bytes) {
        var from = ByteBuffer.wrap(bytes);
        var decoder = strict();
        var into = CharBuffer.allocate(DECODED_AT_ONCE);
        while (decoder.decode(from, into, true).isOverflow()) {
            into.clear();
        }
        long line = 1;
        for (int at = 0; at < from.position(); at++) {
            line += bytes[at] == '\n' ? 1 : 0;
        }
        return line;
    }
}
