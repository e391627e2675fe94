package dev.holdfast.supply.run;

import dev.holdfast.launch.Move;
import dev.holdfast.supply.master.AssembledPlant;
import dev.holdfast.supply.master.Touched;
import dev.holdfast.supply.plan.Coverage;
import dev.holdfast.supply.plan.Line;
import dev.holdfast.supply.plan.Plan;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Why a window moves: the component or resource that binds, and the supply event behind it.
///
/// Who is served later names what kept them from an earlier week. Who is served sooner is held by nothing; then it is
/// the part of their bill that an event touched last. An event that touched neither may be behind it all the same: its
/// component went to others first. So the latest event of all stands in where none is closer.
final class Causes {
    private final Outcome outcome;
    private final Touched touched;
    private final Coverage coverage;
    private final @Nullable Long latest;
    private final Map<Integer, Cause> gains = new HashMap<>();

    /// @param touched what the events since the plan in force were about
    Causes(Outcome outcome, Touched touched) {
        this.outcome = outcome;
        this.touched = touched;
        this.coverage = Coverage.of(outcome.input().plant().plant(), outcome.built());
        this.latest = Stream.of(touched.components(), touched.resources(), touched.configurations())
                .flatMap(events -> events.values().stream())
                .max(Long::compare)
                .orElse(null);
    }

    record Cause(
            Move.Reason reason,
            @Nullable String binding,
            @Nullable Long event) {}

    Cause of(int order, boolean later) {
        int binding = outcome.plan().binding()[order];
        if (binding == Plan.NOTHING) {
            return later
                    ? new Cause(Move.Reason.PLAN_PUBLISHED, null, latest)
                    : gains.computeIfAbsent(outcome.input().line().configuration()[order], at -> gain(order));
        }
        AssembledPlant plant = outcome.input().plant();
        String name = plant.bindingName(binding);
        boolean isComponent = plant.isComponent(binding);
        Long event = isComponent
                ? touched.components().get(name)
                : touched.resources().get(name);
        Move.Reason reason = isComponent ? Move.Reason.COMPONENT_SHORT : Move.Reason.CAPACITY_SHORT;
        return new Cause(later ? reason : Move.Reason.CAME_FORWARD, name, event == null ? behind(order) : event);
    }

    private @Nullable Long behind(int order) {
        AssembledPlant plant = outcome.input().plant();
        String configuration = plant.configurations().get(outcome.input().line().configuration()[order]);
        return touched.configurations().getOrDefault(configuration, latest);
    }

    private Cause gain(int order) {
        AssembledPlant plant = outcome.input().plant();
        int configuration = outcome.input().line().configuration()[order];
        int week = outcome.told()[order] == Line.NONE ? plant.plant().weeks() : outcome.told()[order];
        String name = null;
        Long event = null;
        for (int component = 0; component < plant.components().size(); component++) {
            Long at = touched.components().get(plant.components().get(component));
            boolean isCloser = at != null && (event == null || at > event);
            if (isCloser
                    && coverage.needs(
                            configuration, Math.min(week, plant.plant().weeks()), component)) {
                name = plant.components().get(component);
                event = at;
            }
        }
        return new Cause(Move.Reason.CAME_FORWARD, name, event == null ? behind(order) : event);
    }
}
