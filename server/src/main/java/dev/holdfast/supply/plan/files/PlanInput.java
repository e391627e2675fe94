package dev.holdfast.supply.plan.files;

import dev.holdfast.supply.plan.Line;
import dev.holdfast.supply.plan.Plant;
import dev.holdfast.supply.plan.input.Mondays;
import java.util.List;

/// The files as the engine sees them, and the names to say its answer in.
///
/// @param position the position of each order of the line
/// @param start the first build week, a number of [Mondays]
/// @param notes things that are no fault and that a planner may want to know
@SuppressWarnings("ArrayRecordComponent") // read by index; nobody compares two inputs
record PlanInput(
        Plant plant,
        Line line,
        long[] position,
        List<String> configurations,
        List<String> components,
        List<String> resources,
        int start,
        List<String> notes) {

    String weekName(int week) {
        return week > plant.weeks() ? "" : Mondays.date(start + week - 1).toString();
    }

    /// The component or resource that a plan names as binding; empty for none.
    String bindingName(int binding) {
        if (binding < 0) {
            return "";
        }
        return binding < components.size() ? components.get(binding) : resources.get(binding - components.size());
    }
}
