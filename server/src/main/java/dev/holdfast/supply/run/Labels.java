package dev.holdfast.supply.run;

import dev.holdfast.launch.AtFault;
import dev.holdfast.supply.plan.Band;
import dev.holdfast.supply.plan.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The engine's rules and bands by the names that planners write.
final class Labels {
    private Labels() {}

    static Optional<Rule> rule(String label) {
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.label().equals(label))
                .findFirst();
    }

    static List<String> rules() {
        return Arrays.stream(Rule.values()).map(Rule::label).toList();
    }

    static Optional<Band> band(String label) {
        return Arrays.stream(Band.values())
                .filter(band -> label(band).equals(label))
                .findFirst();
    }

    static List<String> bands() {
        return Arrays.stream(Band.values()).map(Labels::label).toList();
    }

    static Optional<AtFault> atFault(String label) {
        return Arrays.stream(AtFault.values())
                .filter(who -> label(who).equals(label))
                .findFirst();
    }

    static List<String> atFaults() {
        return Arrays.stream(AtFault.values()).map(Labels::label).toList();
    }

    private static String label(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
