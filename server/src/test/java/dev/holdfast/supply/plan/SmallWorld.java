package dev.holdfast.supply.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// A plant and its orders as plain lists, the way a person would write them down; made from a seed.
///
/// The referee and the brute force read only this, so they share neither data structure nor code with the engine.
record SmallWorld(
        int weeks,
        int configurations,
        int components,
        int resources,
        List<Need> needs,
        List<Receipt> receipts,
        List<Room> rooms,
        List<Route> routes,
        List<Wanted> orders) {

    private static final List<Band> BANDS = List.of(Band.values());

    /// @param firstWeek of the build weeks in which it is needed, up to `lastWeek`
    record Need(int configuration, int component, int quantity, int leadWeeks, int firstWeek, int lastWeek) {
        Need(int configuration, int component, int quantity, int leadWeeks) {
            this(configuration, component, quantity, leadWeeks, 1, Plant.MAX_WEEKS);
        }

        boolean isNeededIn(int week) {
            return firstWeek <= week && week <= lastWeek;
        }
    }

    record Receipt(int component, int week, int quantity) {}

    record Room(int resource, int week, int capacity) {}

    record Route(int configuration, int resource) {}

    record Wanted(int configuration, int promised, int notBefore, boolean frozen, Band band) {}

    /// How the promises of a world come about.
    enum Promises {
        NONE,
        RANDOM,
        SOME
    }

    static SmallWorld of(long seed, Promises promises) {
        var random = new Random(seed);
        int weeks = 1 + random.nextInt(8);
        int configurations = 1 + random.nextInt(4);
        int components = 1 + random.nextInt(4);
        int resources = random.nextInt(3);
        var world = new SmallWorld(
                weeks,
                configurations,
                components,
                resources,
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        world.addNeeds(random);
        if (seed % 4 == 3) {
            world.addWindows(new Random(~seed));
        }
        world.addSupply(random);
        world.addOrders(random, promises);
        return world;
    }

    private void addNeeds(Random random) {
        for (int configuration = 0; configuration < configurations; configuration++) {
            int lines = 1 + random.nextInt(4);
            for (int line = 0; line < lines; line++) {
                needs.add(
                        new Need(configuration, random.nextInt(components), 1 + random.nextInt(3), random.nextInt(4)));
            }
            for (int resource = 0; resource < resources; resource++) {
                if (random.nextInt(3) > 0) {
                    routes.add(new Route(configuration, resource));
                }
            }
        }
    }

    /// Every fourth world has bills that change with the build week.
    private void addWindows(Random random) {
        for (int at = 0; at < needs.size(); at++) {
            Need need = needs.get(at);
            if (random.nextInt(3) > 0) {
                int first = random.nextInt(weeks + 3) - 1;
                int last = first + random.nextInt(weeks + 1);
                needs.set(at, new Need(need.configuration, need.component, need.quantity, need.leadWeeks, first, last));
            }
        }
    }

    boolean changesBills() {
        return needs.stream().anyMatch(need -> need.firstWeek > 1 || need.lastWeek < weeks);
    }

    private void addSupply(Random random) {
        int plenty = 1 + random.nextInt(14);
        for (int component = 0; component < components; component++) {
            for (int week = -4; week <= weeks + 1; week++) {
                if (random.nextInt(3) > 0) {
                    receipts.add(new Receipt(component, week, random.nextInt(plenty + 1)));
                }
            }
        }
        for (int resource = 0; resource < resources; resource++) {
            for (int week = 1; week <= weeks; week++) {
                if (random.nextInt(5) > 0) {
                    rooms.add(new Room(resource, week, random.nextInt(4)));
                }
            }
        }
    }

    private void addOrders(Random random, Promises promises) {
        int count = random.nextInt(13);
        boolean wishesToWait = random.nextBoolean();
        boolean banded = random.nextInt(3) == 0;
        boolean anyFrozen = random.nextBoolean();
        for (int order = 0; order < count; order++) {
            boolean promised = promises == Promises.RANDOM || (promises == Promises.SOME && random.nextInt(4) > 0);
            orders.add(new Wanted(
                    random.nextInt(configurations),
                    promised ? random.nextInt(weeks + 4) - 1 : Line.NONE,
                    wishesToWait && random.nextInt(3) == 0 ? random.nextInt(weeks + 2) : 1,
                    anyFrozen && random.nextInt(4) == 0,
                    banded ? BANDS.get(random.nextInt(BANDS.size())) : Band.KEEP));
        }
    }

    /// The same plant and orders, each order promised the week given (one beyond the horizon is no promise).
    SmallWorld promising(int[] week) {
        var promised = new ArrayList<Wanted>();
        for (int order = 0; order < orders.size(); order++) {
            Wanted was = orders.get(order);
            int promise = week[order] > weeks ? Line.NONE : week[order];
            promised.add(new Wanted(was.configuration, promise, was.notBefore, was.frozen, was.band));
        }
        return new SmallWorld(weeks, configurations, components, resources, needs, receipts, rooms, routes, promised);
    }

    SmallWorld ordering(List<Wanted> others) {
        return new SmallWorld(weeks, configurations, components, resources, needs, receipts, rooms, routes, others);
    }

    /// The same world with ordinary orders only: nobody frozen, no bands.
    SmallWorld plain() {
        var plain = orders.stream()
                .map(was -> new Wanted(was.configuration, was.promised, was.notBefore, false, Band.KEEP))
                .toList();
        return new SmallWorld(weeks, configurations, components, resources, needs, receipts, rooms, routes, plain);
    }

    /// This world and another that shares nothing with it, their orders standing in turns in one line.
    SmallWorld beside(SmallWorld other) {
        var needed = new ArrayList<>(needs);
        other.needs.forEach(need -> needed.add(new Need(
                configurations + need.configuration,
                components + need.component,
                need.quantity,
                need.leadWeeks,
                need.firstWeek,
                need.lastWeek)));
        var received = new ArrayList<>(receipts);
        other.receipts.forEach(one -> received.add(new Receipt(components + one.component, one.week, one.quantity)));
        var open = new ArrayList<>(rooms);
        other.rooms.forEach(room -> open.add(new Room(resources + room.resource, room.week, room.capacity)));
        var ways = new ArrayList<>(routes);
        other.routes.forEach(way -> ways.add(new Route(configurations + way.configuration, resources + way.resource)));
        var wanted = new ArrayList<Wanted>();
        for (int turn = 0; turn < Math.max(orders.size(), other.orders.size()); turn++) {
            orders.stream().skip(turn).limit(1).forEach(wanted::add);
            other.orders.stream()
                    .skip(turn)
                    .limit(1)
                    .map(one -> new Wanted(
                            configurations + one.configuration, one.promised, one.notBefore, one.frozen, one.band))
                    .forEach(wanted::add);
        }
        return new SmallWorld(
                weeks,
                configurations + other.configurations,
                components + other.components,
                resources + other.resources,
                needed,
                received,
                open,
                ways,
                wanted);
    }

    /// The same world after suppliers slipped and cut some receipts.
    SmallWorld slipped(long seed) {
        var random = new Random(seed);
        var later = new ArrayList<Receipt>();
        for (Receipt receipt : receipts) {
            int week = receipt.week + (random.nextInt(3) == 0 ? random.nextInt(4) : 0);
            int quantity = random.nextInt(8) == 0 ? 0 : receipt.quantity;
            later.add(new Receipt(receipt.component, week, quantity));
        }
        return new SmallWorld(weeks, configurations, components, resources, needs, later, rooms, routes, orders);
    }

    Plant plant() {
        var plant = new PlantBuilder(weeks, configurations, components, resources);
        needs.forEach(need -> plant.need(
                need.configuration, need.component, need.quantity, need.leadWeeks, need.firstWeek, need.lastWeek));
        receipts.forEach(receipt -> plant.receive(receipt.component, receipt.week, receipt.quantity));
        rooms.forEach(room -> plant.capacity(room.resource, room.week, room.capacity));
        routes.forEach(route -> plant.route(route.configuration, route.resource));
        return plant.build();
    }

    Line line() {
        int count = orders.size();
        var frozen = new boolean[count];
        for (int order = 0; order < count; order++) {
            frozen[order] = orders.get(order).frozen;
        }
        return new Line(
                orders.stream().mapToInt(Wanted::configuration).toArray(),
                orders.stream().mapToInt(Wanted::promised).toArray(),
                orders.stream().mapToInt(Wanted::notBefore).toArray(),
                frozen,
                orders.stream().map(Wanted::band).toArray(Band[]::new));
    }

    /// Orders by turn: frozen first; under LINE bands do not count, otherwise they rank as the enum says.
    List<Integer> turns(Rule rule) {
        var turns = new ArrayList<Integer>();
        for (int tier = 0; tier <= 3; tier++) {
            for (int order = 0; order < orders.size(); order++) {
                if (tier(orders.get(order), rule) == tier) {
                    turns.add(order);
                }
            }
        }
        return turns;
    }

    private static int tier(Wanted order, Rule rule) {
        if (order.frozen) {
            return 0;
        }
        if (rule == Rule.LINE) {
            return 1;
        }
        return switch (order.band) {
            case WIN -> 0;
            case GAIN -> 1;
            case KEEP, REDISTRIBUTE, FILL -> 2;
            case LOSE -> 3;
        };
    }

    boolean sameClass(int one, int other) {
        Wanted a = orders.get(one);
        Wanted b = orders.get(other);
        return a.configuration == b.configuration
                && a.band == b.band
                && a.frozen == b.frozen
                && Math.max(1, a.notBefore) == Math.max(1, b.notBefore);
    }

    static int[] unplaced(int orders, int beyond) {
        var week = new int[orders];
        Arrays.fill(week, beyond);
        return week;
    }
}
