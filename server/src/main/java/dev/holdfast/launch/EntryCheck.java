package dev.holdfast.launch;

import dev.holdfast.kernel.Problem.Fault;
import java.time.Duration;
import java.util.function.Consumer;

/// What the rules of entry of a launch must keep to.
final class EntryCheck {
    static final int MAX_POINTS = 1_000;
    static final Duration MAX_APPEAL_WITHIN = Duration.ofDays(90);

    private EntryCheck() {}

    static void check(EntryRules entry, Consumer<Fault> faults) {
        String group = entry.limitGroup();
        if (group != null && !DefinitionCheck.ID.matcher(group).matches()) {
            faults.accept(new Fault(
                    "entry.limitGroup", group, "must be 1 to 64 of a-z, 0-9, '.', '_' and '-', such as 'car-2027'"));
        }
        within(faults, "entry.limit", entry.limit(), 1, DefinitionCheck.MAX_LIMIT);
        Screening screening = entry.screening();
        if (screening != null) {
            within(faults, "entry.screening.threshold", screening.threshold(), 1, MAX_POINTS);
            screening
                    .weights()
                    .forEach((signal, weight) ->
                            within(faults, "entry.screening.weights." + signal, weight, 0, MAX_POINTS));
            Duration appeal = screening.appealWithin();
            if (appeal.compareTo(Duration.ofHours(1)) < 0 || appeal.compareTo(MAX_APPEAL_WITHIN) > 0) {
                faults.accept(new Fault(
                        "entry.screening.appealWithin",
                        appeal.toString(),
                        "must be from PT1H to " + MAX_APPEAL_WITHIN));
            }
        }
    }

    private static void within(Consumer<Fault> faults, String where, int value, int min, int max) {
        if (value < min || value > max) {
            faults.accept(new Fault(where, Integer.toString(value), "must be from " + min + " to " + max));
        }
    }
}
