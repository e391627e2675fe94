package dev.holdfast.service.quality;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that is looked into, from a first suspicion to what was done about it.
///
/// @param launch whose units it is about
/// @param symptom as whoever found it named it; of one that raised itself the way in which it was counted
/// @param alarm null: somebody opened it
/// @param steps all that was done, the first first
public record Incident(
        int number,
        String launch,
        Source source,
        String component,
        String symptom,
        Severity severity,
        String words,
        IncidentState state,
        @Nullable Alarm alarm,
        List<String> lots,
        List<String> units,
        List<Step> steps) {
    public Incident {
        lots = List.copyOf(lots);
        units = List.copyOf(units);
        steps = List.copyOf(steps);
    }

    Incident with(List<String> ofLots, List<String> ofUnits, List<Step> done) {
        return new Incident(
                number, launch, source, component, symptom, severity, words, state, alarm, ofLots, ofUnits, done);
    }

    /// @param words a reason, or evidence
    public record Step(IncidentAct act, Instant at, String actor, String words) {}
}
