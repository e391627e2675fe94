package dev.holdfast.supply.run;

import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.LaunchDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a planner asks of a plan.
///
/// @param rule `line`, `stay-put` or `protect-all`
/// @param weeks how many build weeks to plan
/// @param frozenWeeks promises up to this many weeks from now are frozen, besides every locked order
/// @param improvementWeeks an earlier window is told only if it is earlier by at least so many weeks
/// @param stableRuns and only if the runs before, counted with this one, would have given it too
/// @param forecast also counts on what suppliers only forecast; such a run can be looked at, not published
/// @param frontier also computes what other rules would do, which takes about as long again for each
/// @param bands who takes part how; the first rule that fits an order counts
/// @param atFault whose fault the moves are, which decides what they cost: `supplier`, `seller` or `force_majeure`
/// @param note the planner's own words, kept with the run
public record PlanWish(
        String rule,
        int weeks,
        int frozenWeeks,
        int improvementWeeks,
        int stableRuns,
        boolean forecast,
        boolean frontier,
        List<BandRule> bands,
        String atFault,
        String note) {
    public static final int MAX_WEEKS = 520;
    public static final int MAX_BANDS = 100;
    public static final int MAX_STABLE_RUNS = 5;
    public static final int MAX_NOTE = 1_000;

    /// Two years at stay-put, what is locked is frozen, and every week that somebody gains is told.
    public static final PlanWish USUAL = new PlanWish("stay-put", 104, 0, 1, 1, false, true, List.of(), "supplier", "");

    public PlanWish {
        bands = List.copyOf(bands);
    }

    /// The orders a band is for.
    ///
    /// @param offer null: every offer, and so on
    /// @param band `win`, `gain`, `keep`, `redistribute`, `fill` or `lose`
    public record BandRule(
            @Nullable String offer,
            @Nullable String region,
            @Nullable String store,
            String band) {}

    /// What is wrong with it; empty when nothing is.
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (Labels.rule(rule).isEmpty()) {
            faults.add(new Fault("rule", rule, "must be one of " + Labels.rules()));
        }
        within(faults, "weeks", weeks, 1, MAX_WEEKS);
        within(faults, "frozenWeeks", frozenWeeks, 0, MAX_WEEKS);
        within(faults, "improvementWeeks", improvementWeeks, 1, MAX_WEEKS);
        within(faults, "stableRuns", stableRuns, 1, MAX_STABLE_RUNS);
        if (Labels.atFault(atFault).isEmpty()) {
            faults.add(new Fault("atFault", atFault, "must be one of " + Labels.atFaults()));
        }
        if (isUnreadable(note)) {
            faults.add(new Fault("note", null, "may not contain the character NUL"));
        }
        if (note.length() > MAX_NOTE) {
            faults.add(new Fault("note", note.length() + " characters", "may have " + MAX_NOTE));
        }
        if (bands.size() > MAX_BANDS) {
            faults.add(new Fault("bands", bands.size() + " rules", "may have " + MAX_BANDS));
        }
        for (int at = 0; at < Math.min(bands.size(), MAX_BANDS); at++) {
            if (Labels.band(bands.get(at).band()).isEmpty()) {
                faults.add(
                        new Fault("bands[" + at + "].band", bands.get(at).band(), "must be one of " + Labels.bands()));
            }
        }
        return faults;
    }

    /// A band for what the launch does not have would fit nobody, and the plan would look as if it had been heeded.
    List<Fault> strangers(LaunchDefinition definition) {
        List<Fault> faults = new ArrayList<>();
        for (int at = 0; at < bands.size(); at++) {
            BandRule band = bands.get(at);
            if (band.offer() != null && definition.offer(band.offer()).isEmpty()) {
                faults.add(new Fault("bands[" + at + "].offer", band.offer(), "is none that this launch has"));
            }
            if (band.region() != null && definition.region(band.region()).isEmpty()) {
                faults.add(new Fault("bands[" + at + "].region", band.region(), "is none that this launch has"));
            }
            if (band.store() != null && isUnreadable(band.store())) {
                faults.add(new Fault("bands[" + at + "].store", null, "may not contain the character NUL"));
            }
        }
        return faults;
    }

    /// The database keeps every character but this one.
    private static boolean isUnreadable(String text) {
        return text.indexOf('\0') >= 0;
    }

    private static void within(List<Fault> faults, String name, int value, int min, int max) {
        if (value < min || value > max) {
            faults.add(new Fault(name, Integer.toString(value), "must be a whole number from " + min + " to " + max));
        }
    }
}
