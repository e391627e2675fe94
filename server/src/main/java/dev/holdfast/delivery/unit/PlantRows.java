package dev.holdfast.delivery.unit;

import dev.holdfast.delivery.unit.UnitStore.Draft;
import dev.holdfast.delivery.unit.UnitStore.Step;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.supply.MasterRows;
import dev.holdfast.supply.RowReading;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a plant says of units, row by row: a unit came into a state. Rows are judged in their order, each by
/// what the rows before it left.
final class PlantRows {
    static final String NEEDED = "serial,configuration,state,at";
    static final String OPTIONAL = "scheme,region,place,cause,lots";
    /// Cells of one car, as lots: more is a list of screws.
    static final int MAX_LOTS = 100;

    private static final Pattern SERIAL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final String VIN = "vin";
    private static final String PLAIN = "plain";

    private final LaunchDefinition definition;
    private final Instant latest;
    private final RowReading reading;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    final List<Step> steps = new ArrayList<>();
    final Map<String, Set<String>> lots = new LinkedHashMap<>();
    int unchanged;

    private record Row(
            long line,
            String serial,
            String configuration,
            UnitState state,
            Instant at,
            @Nullable String region,
            @Nullable String place,
            String cause) {}

    /// @param latest no row may say that something happened after this
    PlantRows(LaunchDefinition definition, MasterRows sent, Instant latest) {
        this.definition = definition;
        this.latest = latest;
        this.reading = new RowReading("units", NEEDED, OPTIONAL, sent);
    }

    /// What can be said of each row alone.
    PlantRows read() {
        reading.each(this::read);
        return this;
    }

    RowReading reading() {
        return reading;
    }

    int size() {
        return rows.size();
    }

    Collection<String> serials() {
        return rows.stream().map(Row::serial).distinct().toList();
    }

    Collection<Draft> drafts() {
        return drafts.values();
    }

    private void read(RowReading.Given row) {
        String serial = row.name("serial");
        String configuration = row.name("configuration");
        String scheme = row.text("scheme");
        if (scheme.equals(VIN)) {
            String fault = Vin.fault(serial);
            if (fault != null) {
                row.refuse("serial", fault);
            }
        } else if (!scheme.isEmpty() && !scheme.equals(PLAIN)) {
            row.refuse("scheme", "must be vin or plain");
        } else if (row.isGood() && !SERIAL.matcher(serial).matches()) {
            row.refuse("serial", "must be of at most 64 letters, digits, dots, hyphens and underscores");
        }
        if (row.isGood() && definition.offer(configuration).isEmpty()) {
            row.refuse("configuration", "is no offer of this launch");
        }
        String region = blankAsNull(row.text("region"));
        if (region != null && definition.region(region).isEmpty()) {
            row.refuse("region", "is no region of this launch");
        }
        UnitState state = UnitState.of(row.text("state")).orElse(null);
        if (state == null) {
            row.refuse("state", "must be one of " + UnitState.words());
        }
        Instant at = at(row);
        lots(row, serial);
        if (row.isGood() && state != null && at != null) {
            String cause = row.text("cause").isEmpty() ? "told_by_plant" : row.text("cause");
            rows.add(new Row(
                    row.line(), serial, configuration, state, at, region, blankAsNull(row.text("place")), cause));
        }
    }

    private @Nullable Instant at(RowReading.Given row) {
        try {
            Instant at = Instant.parse(row.text("at"));
            if (at.isAfter(latest)) {
                row.refuse("at", "has not come yet");
            }
            return at;
        } catch (DateTimeException unreadable) {
            row.refuse("at", "must be an instant such as 2027-03-01T08:00:00Z");
            return null;
        }
    }

    private void lots(RowReading.Given row, String serial) {
        Set<String> named = new LinkedHashSet<>(List.of(row.text("lots").split(" ", -1)));
        named.remove("");
        if (named.size() > MAX_LOTS) {
            row.refuse("lots", "must name at most " + MAX_LOTS + " lots, with a blank between them");
        }
        if (!named.isEmpty()) {
            lots.computeIfAbsent(serial, unit -> new LinkedHashSet<>()).addAll(named);
        }
    }

    /// What can be said of each row once the units are known that it speaks of.
    void judge(int launch, List<Unit> known) {
        for (Unit unit : known) {
            drafts.put(unit.serial(), new Draft(unit));
            if (unit.launch() != launch) {
                rows.stream()
                        .filter(row -> row.serial().equals(unit.serial()))
                        .forEach(row -> refuse(row, "serial", row.serial(), "is a unit of another launch"));
            }
        }
        rows.forEach(this::judge);
    }

    private void judge(Row row) {
        Draft unit = drafts.computeIfAbsent(row.serial(), serial -> new Draft(serial, row.configuration(), row.at()));
        UnitState was = unit.state;
        if (!unit.configuration.equals(row.configuration())) {
            refuse(row, "configuration", row.configuration(), "is not what it was built as: " + unit.configuration);
        } else if (was == row.state() && sameRegion(unit, row)) {
            unchanged++;
        } else if (was == null && row.state() != UnitState.BUILT) {
            refuse(row, "state", row.state().word(), "is of a unit that was never built; send that first");
        } else if (was != null && was != row.state() && !was.leadsTo(row.state())) {
            refuse(row, "state", row.state().word(), "cannot follow " + was.word());
        } else if (row.at().isBefore(unit.at)) {
            refuse(row, "at", row.at().toString(), "is before the unit came into the state it is in, " + unit.at);
        } else {
            move(unit, row);
        }
    }

    private static boolean sameRegion(Draft unit, Row row) {
        return row.region() == null || row.region().equals(unit.region);
    }

    private void move(Draft unit, Row row) {
        String owners = unit.destination;
        if (row.region() != null && owners != null && !row.region().equals(owners)) {
            refuse(row, "region", row.region(), "is not where its order is to be delivered: " + owners);
        }
        if (row.state() == UnitState.DELIVERED && unit.order == null) {
            refuse(row, "state", row.state().word(), "is of a unit that is nobody's");
        }
        if (row.state() == UnitState.DELIVERED && unit.quarantined) {
            refuse(row, "state", row.state().word(), "is of a unit in quarantine: it is handed to nobody");
        }
        if (row.region() != null) {
            unit.region = row.region();
        }
        unit.state = row.state();
        unit.at = row.at();
        unit.changed = true;
        steps.add(new Step(row.serial(), row.state(), row.at(), row.place(), row.cause()));
    }

    private void refuse(Row row, String column, @Nullable String value, String reason) {
        reading.refuse(row.line(), column, Objects.requireNonNullElse(value, ""), reason);
    }

    private static @Nullable String blankAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
