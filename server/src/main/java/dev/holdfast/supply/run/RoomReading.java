package dev.holdfast.supply.run;

import dev.holdfast.launch.LaunchView;
import dev.holdfast.supply.master.AssembledPlant;
import dev.holdfast.supply.master.Component;
import dev.holdfast.supply.plan.Coverage;
import dev.holdfast.supply.plan.LatenessBound;
import dev.holdfast.supply.plan.Line;
import dev.holdfast.supply.plan.Plan;
import dev.holdfast.supply.plan.Worth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Reads the numbers of a [Room] off a plan of this moment.
final class RoomReading {
    private static final int MAX_BINDING = 200;
    private static final int MAX_LEADS = 20;

    /// A room is looked at, not signed: a bound this sharp ranks the leads well enough.
    private static final int ITERATIONS = 300;

    private final LaunchView view;
    private final Outcome outcome;
    private final Map<String, List<KeptStore.Step>> planned;
    private final List<Component> components;
    private final Room.Look look;
    private final AssembledPlant plant;
    private final Line line;
    private final int weeks;

    RoomReading(
            LaunchView view,
            Outcome outcome,
            Map<String, List<KeptStore.Step>> planned,
            List<Component> components,
            Room.Look look) {
        this.view = view;
        this.outcome = outcome;
        this.planned = planned;
        this.components = components;
        this.look = look;
        this.plant = outcome.input().plant();
        this.line = outcome.input().line();
        this.weeks = Math.min(look.weeks(), plant.plant().weeks());
    }

    Room room(int inForce, Room.Reliability reliability) {
        Coverage coverage = Coverage.of(plant.plant(), outcome.built());
        Room.Demand demand = demand();
        long lateness = outcome.figures().totalLatenessWeeks();
        LatenessBound bound = LatenessBound.of(plant.plant(), line, lateness, ITERATIONS);
        return new Room(
                view.asOf(),
                inForce,
                plant.horizon().start(),
                Reporting.figures(outcome.figures()),
                Outcomes.moved(line, outcome.told()),
                demand,
                mix(),
                configurations(demand.conversion()),
                components(coverage),
                resources(coverage),
                binding(),
                Leads.of(plant, Worth.of(plant.plant(), bound, MAX_LEADS), Leads.suppliers(components)),
                reliability);
    }

    private Room.Demand demand() {
        LaunchView.LineView all = view.line();
        long ended = all.positions() - all.held();
        Double observed = ended == 0 ? null : (double) (all.placed() + all.locked()) / ended;
        Double asked = look.conversion();
        double conversion = asked != null ? asked : observed != null ? observed : 1;
        double expected = all.locked() + conversion * (all.placed() + all.held());
        return new Room.Demand(all.held(), all.placed(), all.locked(), observed, conversion, expected);
    }

    private Room.Mix mix() {
        long orders = Math.max(
                1, line.orders() + IntStream.of(outcome.input().there().units()).sum());
        long builds = planned.values().stream().mapToLong(RoomReading::last).sum();
        List<Room.Share> shares = new ArrayList<>();
        double drift = 0;
        for (int configuration = 0; configuration < plant.configurations().size(); configuration++) {
            String name = plant.configurations().get(configuration);
            double actual = (double) live(configuration) / orders;
            Double share = builds == 0 ? null : (double) last(planned.getOrDefault(name, List.of())) / builds;
            shares.add(new Room.Share(name, share, actual));
            drift += share == null ? 0 : Math.abs(share - actual) / 2;
        }
        return new Room.Mix(builds == 0 ? null : drift, shares);
    }

    private static long last(List<KeptStore.Step> curve) {
        return curve.isEmpty() ? 0 : curve.getLast().builds();
    }

    private long live(int configuration) {
        return there(configuration)
                + IntStream.of(line.configuration())
                        .filter(one -> one == configuration)
                        .count();
    }

    private int there(int configuration) {
        return outcome.input().there().units()[configuration];
    }

    private List<Room.ConfigurationLine> configurations(double conversion) {
        int count = plant.configurations().size();
        int stride = plant.plant().weeks() + 2;
        var promised = new long[count * stride];
        var waiting = new long[count];
        var expected = new double[count];
        for (int order = 0; order < line.orders(); order++) {
            int configuration = line.configuration()[order];
            int week = line.promised()[order];
            waiting[configuration] += week == Line.NONE ? 1 : 0;
            expected[configuration] += isLocked(order) ? 1 : conversion;
            if (week != Line.NONE) {
                promised[configuration * stride + Math.clamp(week, 1, stride - 1)]++;
            }
        }
        List<Room.ConfigurationLine> lines = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            List<Room.ConfigurationWeek> curve = new ArrayList<>();
            long due = there(at);
            long builds = due;
            for (int week = 1; week <= weeks; week++) {
                due += promised[at * stride + week];
                builds += outcome.built()[at * stride + week];
                curve.add(new Room.ConfigurationWeek(plant.delivery(at, week), due, builds));
            }
            lines.add(new Room.ConfigurationLine(
                    plant.configurations().get(at), live(at), there(at) + expected[at], waiting[at], curve));
        }
        return lines;
    }

    private boolean isLocked(int order) {
        return line.frozen()[order];
    }

    private List<Room.ComponentLine> components(Coverage coverage) {
        Map<String, Long> kept = components.stream().collect(Collectors.toMap(Component::component, Component::buffer));
        List<Room.ComponentLine> lines = new ArrayList<>();
        for (int component = 0; component < plant.components().size(); component++) {
            List<Room.ComponentWeek> curve = new ArrayList<>();
            List<LocalDate> risks = new ArrayList<>();
            long least = kept.getOrDefault(plant.components().get(component), 0L);
            for (int week = 1; week <= weeks; week++) {
                int until = Math.min(plant.plant().weeks(), week + look.bufferWeeks());
                long used = coverage.used(component, week);
                long left = coverage.left(component, week);
                long buffer = Math.max(least, coverage.used(component, until) - used);
                curve.add(new Room.ComponentWeek(monday(week), coverage.supplied(component, week), used, left, buffer));
                if (left < buffer) {
                    risks.add(monday(week));
                }
            }
            lines.add(new Room.ComponentLine(plant.components().get(component), risks, curve));
        }
        return lines;
    }

    private List<Room.ResourceLine> resources(Coverage coverage) {
        List<Room.ResourceLine> lines = new ArrayList<>();
        for (int resource = 0; resource < plant.resources().size(); resource++) {
            List<Room.ResourceWeek> load = new ArrayList<>();
            for (int week = 1; week <= weeks; week++) {
                load.add(new Room.ResourceWeek(
                        monday(week), coverage.load(resource, week), coverage.capacity(resource, week)));
            }
            lines.add(new Room.ResourceLine(plant.resources().get(resource), load));
        }
        return lines;
    }

    private List<Room.Binding> binding() {
        int names = plant.components().size() + plant.resources().size();
        int stride = plant.plant().weeks() + 2;
        var orders = new long[names * stride];
        for (int order = 0; order < line.orders(); order++) {
            int binding = outcome.plan().binding()[order];
            if (binding != Plan.NOTHING) {
                orders[binding * stride + outcome.plan().week()[order]]++;
            }
        }
        return IntStream.range(0, orders.length)
                .filter(at -> orders[at] > 0)
                .mapToObj(at -> new Room.Binding(
                        plant.isComponent(at / stride) ? "component" : "resource",
                        plant.bindingName(at / stride),
                        at % stride > plant.plant().weeks() ? null : monday(at % stride),
                        orders[at]))
                .sorted(Comparator.comparingLong(Room.Binding::orders).reversed())
                .limit(MAX_BINDING)
                .toList();
    }

    private LocalDate monday(int week) {
        return plant.horizon().start().plusWeeks(week - 1L);
    }
}
