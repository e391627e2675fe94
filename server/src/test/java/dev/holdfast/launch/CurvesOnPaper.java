package dev.holdfast.launch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// Supplies as a test wrote them down: one curve per offer, the same for every instance.
public final class CurvesOnPaper implements Supplies {
    /// The Monday after [HandClock#NOON].
    public static final LocalDate FIRST_WEEK = LocalDate.parse("2026-11-23");

    private final Map<Integer, Map<String, Curve>> curves = new ConcurrentHashMap<>();

    private final Map<String, SupplyLine> runs = new ConcurrentHashMap<>();

    /// Units per week from [#FIRST_WEEK] on.
    public static Curve weekly(long... units) {
        List<LocalDate> weeks = new ArrayList<>();
        List<Long> cumulative = new ArrayList<>();
        long total = 0;
        for (int i = 0; i < units.length; i++) {
            total += units[i];
            weeks.add(FIRST_WEEK.plusWeeks(i));
            cumulative.add(total);
        }
        return new Curve(weeks, cumulative);
    }

    public void write(int launch, Map<String, Curve> of) {
        curves.put(launch, Map.copyOf(of));
    }

    public Map<String, Curve> of(int launch) {
        return curves.getOrDefault(launch, Map.of());
    }

    @Override
    public SupplyLine line(int launch, List<Checkpoint> checkpoint) {
        return new OneCurve(curves.getOrDefault(launch, Map.of()), checkpoint);
    }

    /// Notes how a run left the line.
    public void plan(int launch, int run, SupplyLine line) {
        runs.put(launch + " " + run, line);
    }

    @Override
    public Planned planned(int launch, int run) {
        SupplyLine line = Objects.requireNonNull(runs.get(launch + " " + run), "not planned");
        return new Planned(line.copy(), (order, otherwise) -> otherwise);
    }
}
