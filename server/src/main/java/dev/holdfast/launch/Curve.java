package dev.holdfast.launch;

import dev.holdfast.kernel.Check;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A supply curve: cumulative units usable by the end of each week.
///
/// @param weeks Mondays, ascending
/// @param cumulative units, never falling; as long as `weeks`
public record Curve(List<LocalDate> weeks, List<Long> cumulative) {
    public static final Curve NOTHING = new Curve(List.of(), List.of());

    public Curve {
        weeks = List.copyOf(weeks);
        cumulative = List.copyOf(cumulative);
        Check.that(weeks.size() == cumulative.size(), "A curve has one total per week.");
    }

    /// Units over the whole curve.
    public long total() {
        return cumulative.isEmpty() ? 0 : cumulative.getLast();
    }

    /// The first week whose cumulative supply reaches the rank; empty when none does.
    public Optional<LocalDate> reaches(long rank) {
        if (rank > total()) {
            return Optional.empty();
        }
        int low = 0;
        int high = weeks.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative.get(middle) >= rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return Optional.of(weeks.get(low));
    }
}
