package dev.holdfast.supply.master;

import dev.holdfast.kernel.Check;
import dev.holdfast.supply.MasterRows;
import dev.holdfast.supply.master.FileStore.Stored;
import dev.holdfast.supply.plan.input.Faults;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Puts together again what was known at an event: the files in force, and the last word on every subject.
final class Knowledge {
    private final FileStore files;
    private final EventStore events;
    private final CurveStore curves;

    Knowledge(FileStore files, EventStore events, CurveStore curves) {
        this.files = files;
        this.events = events;
        this.curves = curves;
    }

    Known at(int launch, long event) {
        Map<MasterFile, Stored> inForce = files.inForce(launch, event);
        var faults = new Faults();
        var tables = new Tables(faults);
        inForce.forEach((file, stored) -> read(file, stored, tables, faults));
        Check.that(faults.isEmpty(), "Master data that was accepted is faulty now: %s", faults.lines(_ -> 0));
        return new Known(
                event, inForce, tables, Standing.of(events.effective(launch, event)), curves.receipts(launch, event));
    }

    /// The same with another file in the place of one of them; its faults and theirs together go to `faults`.
    Tables with(Known known, MasterFile sent, FileReading reading, MasterRows rows, Faults faults) {
        var tables = new Tables(faults);
        known.files().forEach((file, stored) -> {
            if (file != sent) {
                read(file, stored, tables, faults);
            }
        });
        tables.give(sent);
        reading.read(rows, row -> tables.add(sent, row));
        return tables;
    }

    private static void read(MasterFile file, Stored stored, Tables tables, Faults faults) {
        tables.give(file);
        new FileReading(file.sheet(), faults)
                .read(new MasterRows.Csv(stored.csv().getBytes(StandardCharsets.UTF_8)), row -> tables.add(file, row));
    }
}
