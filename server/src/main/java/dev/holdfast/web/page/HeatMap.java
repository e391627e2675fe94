package dev.holdfast.web.page;

import dev.holdfast.supply.run.Room.Binding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which part or resource keeps how many orders out of an earlier week, as a table that is its own picture: darker is
/// more, and the number stands in the cell for whoever cannot tell shades.
record HeatMap(List<Month> months, List<LocalDate> weeks, List<Row> rows, int left) {
    /// More than a screen shows; the rest is counted below the table.
    private static final int MAX_ROWS = 25;
    private static final int SHADES = 5;

    HeatMap {
        months = List.copyOf(months);
        weeks = List.copyOf(weeks);
        rows = List.copyOf(rows);
    }

    record Month(LocalDate first, int weeks) {}

    /// @param beyond orders that it keeps out of the horizon
    record Row(String kind, String name, List<Cell> cells, long beyond, long orders) {
        Row {
            cells = List.copyOf(cells);
        }
    }

    /// @param shade 0 for none to 5 for the most of this map
    record Cell(long orders, int shade) {}

    static HeatMap of(LocalDate start, int weeks, List<Binding> bindings) {
        var shown = new ArrayList<LocalDate>();
        for (int week = 0; week < weeks; week++) {
            shown.add(start.plusWeeks(week));
        }
        long most = bindings.stream().mapToLong(Binding::orders).max().orElse(1);
        Map<String, List<Binding>> byName = new LinkedHashMap<>();
        bindings.forEach(binding -> byName.computeIfAbsent(binding.kind() + binding.name(), key -> new ArrayList<>())
                .add(binding));
        var rows = byName.values().stream()
                .map(of -> row(of, shown, most))
                .sorted(Comparator.comparingLong(Row::orders).reversed())
                .toList();
        return new HeatMap(
                months(shown),
                shown,
                rows.subList(0, Math.min(MAX_ROWS, rows.size())),
                Math.max(0, rows.size() - MAX_ROWS));
    }

    private static Row row(List<Binding> of, List<LocalDate> weeks, long most) {
        var orders = new HashMap<@Nullable LocalDate, Long>();
        of.forEach(binding -> orders.merge(binding.week(), binding.orders(), Long::sum));
        var cells = weeks.stream()
                .map(week -> orders.getOrDefault(week, 0L))
                .map(count -> new Cell(count, shade(count, most)))
                .toList();
        var first = of.getFirst();
        return new Row(
                first.kind(),
                first.name(),
                cells,
                orders.getOrDefault(null, 0L),
                orders.values().stream().mapToLong(Long::longValue).sum());
    }

    /// By the root, because one great week would leave all others white.
    private static int shade(long orders, long most) {
        return orders == 0 ? 0 : Math.max(1, (int) Math.round(SHADES * Math.sqrt((double) orders / most)));
    }

    private static List<Month> months(List<LocalDate> weeks) {
        var months = new ArrayList<Month>();
        for (var week : weeks) {
            var last = months.isEmpty() ? null : months.getLast();
            if (last != null && last.first().getMonth() == week.getMonth()) {
                months.set(months.size() - 1, new Month(last.first(), last.weeks() + 1));
            } else {
                months.add(new Month(week, 1));
            }
        }
        return months;
    }
}
