package dev.holdfast.supply;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A supply as its file gives it: units per offer and week. One bad row refuses the whole file, because half a supply
/// would make promises that the other half cannot keep.
final class SupplyFile {
    /// Faults told at once; more would not help whoever has to mend them.
    static final int MAX_FAULTS = 100;

    static final int MAX_ROWS = 2_000_000;

    /// Units of one offer in one week: far beyond any plant, and small enough that no sum overflows.
    static final long MAX_QUANTITY = 1_000_000_000L;

    private static final List<String> HEADER = List.of("offer", "week", "quantity");
    private static final LocalDate FIRST_WEEK = LocalDate.of(2000, 1, 3);
    private static final LocalDate LAST_WEEK = LocalDate.of(2100, 1, 4);

    private final Set<String> offers;
    private final Map<String, SortedMap<LocalDate, Long>> quantities = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private long rows;
    private long units;
    private long badRows;

    private SupplyFile(Set<String> offers) {
        this.offers = offers;
    }

    /// @param offers the offers the launch has
    /// @throws Problem INVALID with the first [#MAX_FAULTS] faults
    static SupplyFile read(InputStream csv, Set<String> offers) {
        SupplyFile file = new SupplyFile(offers);
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .detectBomHeader(true)
                .skipEmptyLines(true)
                // What does not fit is told row by row, with all the other faults, and does not end the reading.
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(csv, StandardCharsets.UTF_8)) {
            file.read(reader);
        } catch (CsvParseException malformed) {
            if (malformed.getCause() instanceof Problem tooLarge) {
                throw tooLarge;
            }
            file.fault(file.rows + 1, "row", null, "is not CSV: " + malformed.getMessage());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        file.refuseFaults();
        return file;
    }

    Map<String, SortedMap<LocalDate, Long>> quantities() {
        return quantities;
    }

    long rows() {
        return rows;
    }

    long units() {
        return units;
    }

    private void read(Iterable<CsvRecord> records) {
        boolean header = true;
        for (CsvRecord row : records) {
            if (header) {
                header = false;
                if (!row.getFields().stream().map(String::strip).toList().equals(HEADER)) {
                    fault(
                            row.getStartingLineNumber(),
                            "header",
                            String.join(",", row.getFields()),
                            "must be offer,week,quantity");
                    return;
                }
            } else if (++rows > MAX_ROWS) {
                fault(row.getStartingLineNumber(), "row", null, "is beyond the " + MAX_ROWS + " rows a file may have");
                return;
            } else {
                row(row);
            }
        }
        if (header) {
            fault(1, "header", "", "is missing: the first line must be offer,week,quantity");
        }
    }

    private void row(CsvRecord row) {
        long line = row.getStartingLineNumber();
        if (row.getFieldCount() != HEADER.size()) {
            fault(line, "row", String.join(",", row.getFields()), "has " + row.getFieldCount() + " columns, not 3");
            return;
        }
        String offer = row.getField(0).strip();
        LocalDate week = week(line, row.getField(1).strip());
        long quantity = quantity(line, row.getField(2).strip());
        if (!offers.contains(offer)) {
            fault(line, "offer", offer, "is no offer of this launch");
        } else if (week != null && quantity >= 0) {
            SortedMap<LocalDate, Long> weeks = quantities.computeIfAbsent(offer, id -> new TreeMap<>());
            if (weeks.putIfAbsent(week, quantity) != null) {
                fault(line, "week", week.toString(), "is given twice for offer " + offer);
            }
            units += quantity;
        }
    }

    private @Nullable LocalDate week(long line, String text) {
        try {
            LocalDate week = LocalDate.parse(text);
            if (week.getDayOfWeek() != DayOfWeek.MONDAY) {
                fault(
                        line,
                        "week",
                        text,
                        "is no Monday; the week begins on "
                                + week.with(java.time.temporal.TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
                return null;
            }
            if (week.isBefore(FIRST_WEEK) || week.isAfter(LAST_WEEK)) {
                fault(line, "week", text, "is not between " + FIRST_WEEK + " and " + LAST_WEEK);
                return null;
            }
            return week;
        } catch (DateTimeParseException notADate) {
            fault(line, "week", text, "is no date such as 2027-08-02");
            return null;
        }
    }

    /// A negative number after a fault.
    private long quantity(long line, String text) {
        try {
            long quantity = Long.parseLong(text);
            if (quantity >= 0 && quantity <= MAX_QUANTITY) {
                return quantity;
            }
        } catch (NumberFormatException notANumber) {
            // Told below: one sentence serves for what is no number and for what is none of these.
        }
        fault(line, "quantity", text, "must be a whole number from 0 to " + MAX_QUANTITY);
        return -1;
    }

    private void fault(long line, String column, @Nullable String value, String reason) {
        badRows++;
        if (faults.size() < MAX_FAULTS) {
            faults.add(new Fault(line, column, value, reason));
        }
    }

    private void refuseFaults() {
        if (faults.isEmpty()) {
            return;
        }
        Fault first = faults.getFirst();
        throw new Problem(
                Problem.Kind.INVALID,
                "invalid_supply",
                "The file has " + badRows + " faults, so nothing was changed. The first: line " + first.line() + ", "
                        + first.where() + " '" + first.value() + "' " + first.reason()
                        + ". Mend them and send the whole file again.",
                faults);
    }
}
