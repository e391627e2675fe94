package dev.holdfast.supply.master;

import dev.holdfast.supply.plan.Plant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/// What the engine plans a launch with, and the names to say its answer in.
///
/// @param event the last supply event that it knows of; 0 before the first
/// @param configurations the launch's offers, by the engine's numbers
/// @param components by the engine's numbers, as `resources`
/// @param deliveryWeeks for each configuration: from its build week to the week of delivery, before transit
/// @param there for a configuration with a bill the units that were built and can be had: whoever has one is not
/// planned
/// @param hash `sha256:` and the digest of everything that can change a plan; equal hashes give equal plans
/// @param notes what is no fault and a planner may want to know
public record AssembledPlant(
        long event,
        Horizon horizon,
        Plant plant,
        List<String> configurations,
        List<String> components,
        List<String> resources,
        List<Integer> deliveryWeeks,
        Map<String, Long> there,
        String hash,
        List<String> notes) {
    public AssembledPlant {
        configurations = List.copyOf(configurations);
        components = List.copyOf(components);
        resources = List.copyOf(resources);
        deliveryWeeks = List.copyOf(deliveryWeeks);
        there = Map.copyOf(there);
        notes = List.copyOf(notes);
    }

    /// The same names for a plant that something was changed in; its hash no longer tells what it is.
    public AssembledPlant with(Plant changed) {
        return new AssembledPlant(
                event, horizon, changed, configurations, components, resources, deliveryWeeks, there, hash, notes);
    }

    /// The build week of a Monday, 1 for the first; may lie before or after the horizon.
    public int buildWeek(LocalDate monday) {
        return Math.toIntExact(ChronoUnit.WEEKS.between(horizon.start(), monday)) + 1;
    }

    /// The build week in which a unit has to be built to be delivered in the week of a Monday, before transit.
    public int buildWeek(int configuration, LocalDate delivery) {
        return buildWeek(delivery) - deliveryWeeks.get(configuration);
    }

    /// The Monday of the delivery of a unit built in `week`, before transit.
    public LocalDate delivery(int configuration, int week) {
        return horizon.start().plusWeeks(week - 1L + deliveryWeeks.get(configuration));
    }

    /// Whether a plan's binding is a component; else it is a resource.
    public boolean isComponent(int binding) {
        return binding < components.size();
    }

    /// The component or resource that a plan names as binding; it must name one.
    public String bindingName(int binding) {
        return isComponent(binding) ? components.get(binding) : resources.get(binding - components.size());
    }
}
