package dev.holdfast.supply.run;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.supply.master.AssembledPlant;
import dev.holdfast.supply.plan.Plant;
import dev.holdfast.supply.plan.Variation;
import dev.holdfast.supply.run.WhatIf.Change;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Changes a plant as a scenario says; a name or a number that does not fit is refused with its place.
final class Changing {
    private static final int MAX_SHIFT = 520;

    private final AssembledPlant plant;
    private final Variation variation;
    private final String path;

    private Changing(AssembledPlant plant, Variation variation, String path) {
        this.plant = plant;
        this.variation = variation;
        this.path = path;
    }

    /// @param path of the scenario in the request
    static Plant of(AssembledPlant plant, List<Change> changes, String path) {
        var variation = new Variation(plant.plant());
        for (int at = 0; at < changes.size(); at++) {
            new Changing(plant, variation, path + ".changes[" + at + "]").apply(changes.get(at));
        }
        return variation.plant();
    }

    private void apply(Change change) {
        int from = week("fromWeek", change.fromWeek(), 2);
        int to = week("toWeek", change.toWeek(), plant.plant().weeks());
        switch (change.kind()) {
            case "slip" -> variation.slip(component(change), from, weeks(change));
            case "expedite" -> variation.expedite(component(change), from, weeks(change));
            case "cut" ->
                variation.cut(
                        component(change), from, to, Math.toIntExact(within("percent", change.percent(), 1, 100)));
            case "add" -> variation.add(component(change), from, units(change));
            case "close" ->
                variation.close(number("configuration", change.configuration(), plant.configurations()), from);
            case "capacity" ->
                variation.capacity(
                        resource(change),
                        from,
                        to,
                        within("units", change.units(), -Plant.MAX_QUANTITY, Plant.MAX_QUANTITY));
            case "move_capacity" ->
                variation
                        .capacity(resource(change), from, to, -units(change))
                        .capacity(
                                number("toResource", change.toResource(), plant.resources()), from, to, units(change));
            default ->
                throw fault(
                        "kind", change.kind(), "must be slip, expedite, cut, add, close, capacity or move_capacity");
        }
    }

    private int component(Change change) {
        return number("component", change.component(), plant.components());
    }

    private int resource(Change change) {
        return number("resource", change.resource(), plant.resources());
    }

    private int weeks(Change change) {
        return Math.toIntExact(within("weeks", change.weeks(), 1, MAX_SHIFT));
    }

    private long units(Change change) {
        return within("units", change.units(), 1, Plant.MAX_QUANTITY);
    }

    private int number(String field, @Nullable String name, List<String> names) {
        int number = name == null ? -1 : names.indexOf(name);
        if (number < 0) {
            throw fault(field, name, "is none that the plant of this launch has");
        }
        return number;
    }

    private int week(String field, @Nullable LocalDate monday, int otherwise) {
        if (monday == null) {
            return otherwise;
        }
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw fault(field, monday.toString(), "must be a Monday");
        }
        int week = plant.buildWeek(monday);
        if (week < 1 || week > plant.plant().weeks()) {
            throw fault(
                    field,
                    monday.toString(),
                    "is not within the " + plant.plant().weeks() + " weeks planned");
        }
        return week;
    }

    private long within(String field, @Nullable Number value, long min, long max) {
        if (value == null || value.longValue() < min || value.longValue() > max) {
            throw fault(
                    field,
                    value == null ? null : value.toString(),
                    "must be a whole number from " + min + " to " + max);
        }
        return value.longValue();
    }

    private Problem fault(String field, @Nullable String value, String reason) {
        Fault fault = new Fault(path + "." + field, value, reason);
        return new Problem(
                Problem.Kind.INVALID,
                "invalid_request",
                "The scenario cannot be planned: " + fault.where() + " '" + value + "' " + reason + ".",
                List.of(fault));
    }
}
