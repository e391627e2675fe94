package dev.holdfast.service.quality;

import java.time.Instant;
import java.util.List;

/// How often one component was found faulty, in all units and in those that have something in common.
///
/// @param all every unit of the launch
/// @param rows of each way to count, the least likely by chance first; of lots those in which most was
///     found
public record Rates(String component, Instant at, Cell all, List<Row> rows) {
    public Rates {
        rows = List.copyOf(rows);
    }

    /// @param expected faults, if these units were as good as all
    /// @param chance of finding at least as many then
    /// @param allowed the greatest chance at which the next daily look raises an alarm
    public record Row(Cell cell, double expected, double chance, double allowed) {
        public boolean alarming() {
            return chance <= allowed;
        }
    }

    public List<Row> by(By by) {
        return rows.stream().filter(row -> row.cell().by() == by).toList();
    }
}
