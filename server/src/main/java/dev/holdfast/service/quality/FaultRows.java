package dev.holdfast.service.quality;

import dev.holdfast.delivery.unit.Fleet.Kind;
import dev.holdfast.supply.MasterRows;
import dev.holdfast.supply.RowReading;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What inspections and returns say they found, row by row.
final class FaultRows {
    static final int MAX_NAME = 200;

    private final RowReading reading;
    private final Instant latest;
    private final List<Row> rows = new ArrayList<>();

    private record Row(
            long line,
            String reference,
            Source source,
            String serial,
            String component,
            String symptom,
            Instant foundAt) {}

    /// @param latest no row may say that something was found after this
    FaultRows(MasterRows sent, Instant latest) {
        this.reading = new RowReading("faults", "reference,source,serial,component,symptom,foundAt", "", sent);
        this.latest = latest;
    }

    FaultRows read() {
        reading.each(this::read);
        return this;
    }

    private void read(RowReading.Given row) {
        String reference = named(row, "reference");
        String serial = named(row, "serial");
        String component = named(row, "component");
        String symptom = named(row, "symptom");
        Source source =
                Source.of(row.text("source")).filter(one -> one != Source.RATE).orElse(null);
        if (source == null) {
            row.refuse("source", "must be one of " + Source.words());
        }
        Instant foundAt = foundAt(row);
        if (row.isGood() && source != null && foundAt != null) {
            rows.add(new Row(row.line(), reference, source, serial, component, symptom, foundAt));
        }
    }

    private static String named(RowReading.Given row, String column) {
        String name = row.name(column);
        if (name.length() > MAX_NAME) {
            row.refuse(column, "must have at most " + MAX_NAME + " characters");
        }
        return name;
    }

    private @Nullable Instant foundAt(RowReading.Given row) {
        try {
            Instant at = Instant.parse(row.text("foundAt"));
            if (at.isAfter(latest)) {
                row.refuse("foundAt", "has not come yet");
            }
            return at;
        } catch (DateTimeException unreadable) {
            row.refuse("foundAt", "must be an instant such as 2027-03-01T08:00:00Z");
            return null;
        }
    }

    RowReading reading() {
        return reading;
    }

    int size() {
        return rows.size();
    }

    Set<String> serials() {
        Set<String> serials = new TreeSet<>();
        rows.forEach(row -> serials.add(row.serial()));
        return serials;
    }

    /// Once it is known which units there are.
    ///
    /// @param kinds by serial number
    List<Fault> faults(Map<String, Kind> kinds) {
        List<Fault> faults = new ArrayList<>();
        for (Row row : rows) {
            Kind kind = kinds.get(row.serial());
            if (kind == null) {
                reading.refuse(row.line(), "serial", row.serial(), "is no unit of this launch");
            } else {
                faults.add(new Fault(
                        row.reference(),
                        row.source(),
                        row.serial(),
                        kind.configuration(),
                        kind.builtOn(),
                        row.component(),
                        row.symptom(),
                        row.foundAt()));
            }
        }
        return faults;
    }
}
