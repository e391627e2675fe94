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
/// Who is served later names what kept them from an earlier week, and the last event that left less of it. Who is
/// served
/// sooner is held by nothing; then it is the part of their bill that an event brought more of last. An event that
/// touched neither may be behind it all the same: its component went to others first. So the latest event of all that
/// worked this way stands in where none is closer.
final class Causes {
    private final Outcome outcome;
    private final Touched touched;
    private final Coverage coverage;
    private final @Nullable Long latestLess;
    private final @Nullable Long latestMore;
    private final Map<Integer, Cause> gains = new HashMap<>();

    /// @param touched what the events since the plan in force were about
    Causes(Outcome outcome, Touched touched) {
        this.outcome = outcome;
        this.touched = touched;
        this.coverage = Coverage.of(outcome.input().plant().plant(), outcome.built());
        this.latestLess = latest(touched.less());
        this.latestMore = latest(touched.more());
    }

    private static @Nullable Long latest(Touched.Last last) {
        return Stream.of(last.components(), last.resources(), last.configurations())
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
        Touched.Last last = touched.that(later);
        if (binding == Plan.NOTHING) {
            return later
                    ? new Cause(Move.Reason.PLAN_PUBLISHED, null, latestLess)
                    : gains.computeIfAbsent(outcome.input().line().configuration()[order], at -> gain(order));
        }
        AssembledPlant plant = outcome.input().plant();
        String name = plant.bindingName(binding);
        boolean isComponent = plant.isComponent(binding);
        Long event =
                isComponent ? last.components().get(name) : last.resources().get(name);
        Move.Reason reason = isComponent ? Move.Reason.COMPONENT_SHORT : Move.Reason.CAPACITY_SHORT;
        return new Cause(later ? reason : Move.Reason.CAME_FORWARD, name, event == null ? behind(later, order) : event);
    }

    private @Nullable Long behind(boolean later, int order) {
        AssembledPlant plant = outcome.input().plant();
        String configuration = plant.configurations().get(outcome.input().line().configuration()[order]);
        Long own = touched.that(later).configurations().get(configuration);
        return own != null ? own : later ? latestLess : latestMore;
    }

    private Cause gain(int order) {
        AssembledPlant plant = outcome.input().plant();
        Touched.Last more = touched.that(false);
        int configuration = outcome.input().line().configuration()[order];
        int week = outcome.told()[order] == Line.NONE ? plant.plant().weeks() : outcome.told()[order];
        String name = null;
        Long event = null;
        for (int component = 0; component < plant.components().size(); component++) {
            Long at = more.components().get(plant.components().get(component));
            boolean isCloser = at != null && (event == null || at > event);
            if (isCloser
                    && coverage.needs(
                            configuration, Math.min(week, plant.plant().weeks()), component)) {
                name = plant.components().get(component);
                event = at;
            }
        }
        return new Cause(Move.Reason.CAME_FORWARD, name, event == null ? behind(false, order) : event);
    }
}
