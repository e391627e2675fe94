package dev.holdfast.supply.plan.files;

import dev.holdfast.supply.plan.Band;
import dev.holdfast.supply.plan.input.Faults;
import dev.holdfast.supply.plan.input.Names;
import dev.holdfast.supply.plan.input.Row;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// The orders of `line.csv`, a column of numbers per attribute, sorted by position once all are read.
final class LineRows {
    static final long MAX_POSITION = 999_999_999_999L;

    private static final Map<String, Band> BANDS = Map.of(
            "", Band.KEEP,
            "keep", Band.KEEP,
            "frozen", Band.KEEP,
            "win", Band.WIN,
            "gain", Band.GAIN,
            "redistribute", Band.REDISTRIBUTE,
            "fill", Band.FILL,
            "lose", Band.LOSE);

    final Names configurations = new Names();
    int orders;
    long[] position = new long[1 << 10];
    int[] row = new int[1 << 10];
    int[] configuration = new int[1 << 10];
    int[] promised = new int[1 << 10];
    int[] notBefore = new int[1 << 10];
    boolean[] frozen = new boolean[1 << 10];
    Band[] band = new Band[1 << 10];

    void add(Row from) {
        long at = from.whole("position", 1, MAX_POSITION);
        String wanted = from.name("configuration");
        int due = from.optionalWeek("promised");
        int earliest = from.optionalWeek("notBefore");
        boolean keeps = from.flag("frozen");
        String label = from.text("band").toLowerCase(Locale.ROOT);
        Band how = BANDS.get(label);
        if (how == null) {
            from.refuse("band", label, "must be one of frozen, win, gain, keep, redistribute, fill, lose");
            return;
        }
        if (from.isGood()) {
            grow();
            position[orders] = at;
            row[orders] = Math.toIntExact(from.line());
            configuration[orders] = configurations.number(wanted);
            promised[orders] = due;
            notBefore[orders] = earliest;
            frozen[orders] = keeps || label.equals("frozen");
            band[orders++] = how;
        }
    }

    private void grow() {
        if (orders == position.length) {
            int more = orders * 2;
            position = Arrays.copyOf(position, more);
            row = Arrays.copyOf(row, more);
            configuration = Arrays.copyOf(configuration, more);
            promised = Arrays.copyOf(promised, more);
            notBefore = Arrays.copyOf(notBefore, more);
            frozen = Arrays.copyOf(frozen, more);
            band = Arrays.copyOf(band, more);
        }
    }

    /// Sorts by position, which files usually are already, and refuses a position taken twice.
    void sort(Faults faults) {
        if (isRising()) {
            return;
        }
        int[] order = IntStream.range(0, orders)
                .boxed()
                .sorted((one, other) -> Long.compare(position[one], position[other]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int at = 1; at < orders; at++) {
            if (position[order[at]] == position[order[at - 1]]) {
                faults.add(
                        PlanningFile.LINE.label,
                        row[order[at]],
                        "position",
                        Long.toString(position[order[at]]),
                        "is already taken by line " + row[order[at - 1]]);
            }
        }
        position = Arrays.stream(order).mapToLong(from -> position[from]).toArray();
        row = picked(row, order);
        configuration = picked(configuration, order);
        promised = picked(promised, order);
        notBefore = picked(notBefore, order);
        sortFlags(order);
    }

    private void sortFlags(int[] order) {
        var sortedFrozen = new boolean[orders];
        var sortedBand = new Band[orders];
        for (int at = 0; at < orders; at++) {
            sortedFrozen[at] = frozen[order[at]];
            sortedBand[at] = band[order[at]];
        }
        frozen = sortedFrozen;
        band = sortedBand;
    }

    private static int[] picked(int[] values, int[] order) {
        return Arrays.stream(order).map(from -> values[from]).toArray();
    }

    private boolean isRising() {
        for (int at = 1; at < orders; at++) {
            if (position[at] <= position[at - 1]) {
                return false;
            }
        }
        return true;
    }

    /// The first line of the file that asks for each configuration.
    int[] firstRows() {
        var first = new int[configurations.size()];
        Arrays.fill(first, Integer.MAX_VALUE);
        for (int at = 0; at < orders; at++) {
            first[configuration[at]] = Math.min(first[configuration[at]], row[at]);
        }
        return first;
    }
}
