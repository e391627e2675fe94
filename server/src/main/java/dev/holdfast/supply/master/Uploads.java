package dev.holdfast.supply.master;

import dev.holdfast.supply.MasterRows;
import dev.holdfast.supply.MasterUploaded;
import dev.holdfast.supply.MasterVersion;
import dev.holdfast.supply.SupplyEvent;
import dev.holdfast.supply.master.FileStore.Stored;
import dev.holdfast.supply.plan.input.Faults;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Takes files of master data and curves: each upload that changes something is a new version and one event.
public final class Uploads {
    private static final String FILE = "file";
    private static final String CURVE = "curve";

    private final Knowledge knowledge;
    private final FileStore files;
    private final EventStore events;

    Uploads(Knowledge knowledge, FileStore files, EventStore events) {
        this.knowledge = knowledge;
        this.files = files;
        this.events = events;
    }

    /// Joins the running transaction and makes others who tell of this launch's supply wait for its end.
    ///
    /// @throws dev.holdfast.kernel.Problem INVALID with every fault, and nothing changed
    public MasterUploaded put(Teller teller, MasterFile file, MasterRows rows) {
        long last = events.lock(teller.launch());
        Known known = knowledge.at(teller.launch(), last);
        var faults = new Faults();
        var reading = new FileReading(file.sheet(), faults);
        Tables tables = knowledge.with(known, file, reading, rows, faults);
        if (faults.isEmpty()) {
            new CrossCheck(tables, teller.offers(), known.standing(), faults).check(file);
        }
        if (!faults.isEmpty()) {
            throw Refused.file(faults, rows);
        }
        Stored was = known.files().get(file);
        if (was != null && was.csv().equals(reading.csv())) {
            return new MasterUploaded(was.version(), false, notes(file, tables, teller));
        }
        int number = was == null ? 1 : was.version().version() + 1;
        var version = new MasterVersion(
                file.label(), number, last + 1, teller.at(), teller.actor(), teller.source(), reading.rows());
        events.append(teller.launch(), List.of(event(teller, last + 1, FILE, file.label(), number)));
        files.add(teller.launch(), new Stored(version, reading.csv()));
        Set<Touch> touches = new FileTouches(file, known.tables(), tables, teller.offers(), last + 1)
                .between(
                        was == null ? List.of() : FileReading.values(file.sheet(), was.csv()),
                        FileReading.values(file.sheet(), reading.csv()));
        events.touch(teller.launch(), touches);
        return new MasterUploaded(version, true, notes(file, tables, teller));
    }

    /// Writes down that a curve was uploaded. Joins the running transaction.
    ///
    /// @param version of the curve
    /// @param changed the offers whose curve is another one now
    public long curve(Teller teller, int version, Set<String> changed) {
        long number = events.lock(teller.launch()) + 1;
        events.append(teller.launch(), List.of(event(teller, number, CURVE, CURVE, version)));
        events.touch(
                teller.launch(),
                changed.stream()
                        .map(offer -> new Touch(Touch.COMPONENT, offer, number))
                        .collect(Collectors.toSet()));
        return number;
    }

    private static SupplyEvent event(Teller teller, long number, String kind, String subject, int version) {
        return new SupplyEvent(
                number,
                teller.at(),
                teller.actor(),
                teller.source(),
                null,
                teller.at(),
                teller.day(teller.at()),
                0,
                kind,
                subject,
                true,
                version,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /// One file may serve many launches, so what this one does not use is worth a word and no refusal.
    private static List<String> notes(MasterFile file, Tables tables, Teller teller) {
        return switch (file) {
            case BOM ->
                tables.products.bills().tops().stream()
                        .filter(top -> !teller.offers().contains(top))
                        .map(top -> "no offer of this launch is, or is made of, " + top)
                        .limit(Refused.MAX_FAULTS)
                        .toList();
            case ROUTING ->
                tables.values(file, "configuration").keySet().stream()
                        .filter(configuration -> !teller.offers().contains(configuration))
                        .map(configuration -> "this launch has no offer " + configuration)
                        .limit(Refused.MAX_FAULTS)
                        .toList();
            case CONFIGURATIONS, OPTIONS, COMPONENTS, SUPPLIERS, RESOURCES, CAPACITY, HOLIDAYS, STOCK -> List.of();
        };
    }
}
