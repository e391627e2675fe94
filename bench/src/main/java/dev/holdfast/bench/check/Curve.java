package dev.holdfast.bench.check;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An offer's supply: how many units can be delivered in each week, weeks in order.
public record Curve(List<Week> weeks) {
    /// So many units in the week of this Monday.
    public record Week(LocalDate monday, long units) {}

    public Curve {
        weeks = List.copyOf(weeks);
    }

    public long total() {
        return weeks.stream().mapToLong(Week::units).sum();
    }

    /// Units deliverable up to and including the week of this Monday.
    public long upTo(LocalDate monday) {
        return weeks.stream()
                .filter(week -> !week.monday().isAfter(monday))
                .mapToLong(Week::units)
                .sum();
    }

    /// The first week whose cumulative supply reaches the rank; null when none does.
    public @Nullable LocalDate reaching(long rank) {
        long sum = 0;
        for (Week week : weeks) {
            sum += week.units();
            if (sum >= rank) {
                return week.monday();
            }
        }
        return null;
    }
}
