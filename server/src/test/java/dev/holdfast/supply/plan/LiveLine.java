package dev.holdfast.supply.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Orders that come, go and are promised again at random, on an [OpenLine] and on a plain list beside it.
final class LiveLine {
    /// One live order.
    ///
    /// @param kept whether its week was promised by a plan run and not quoted
    record Live(int configuration, int promised, boolean kept) {}

    final SmallWorld world;
    final Plant plant;
    final List<Live> live = new ArrayList<>();
    final int[] furthest;
    OpenLine line;
    int thisWeek = 1;
    private final Random random;

    LiveLine(SmallWorld world, long seed) {
        this(world, world.plant(), seed);
    }

    private LiveLine(SmallWorld world, Plant plant, long seed) {
        this(world, plant, new LineCounts(plant.configurations, plant.weeks), seed);
    }

    private LiveLine(SmallWorld world, Plant plant, LineCounts counts, long seed) {
        this.world = world;
        this.plant = plant;
        this.line = new OpenLine(plant, counts);
        this.furthest = new int[plant.configurations];
        this.random = new Random(seed);
    }

    /// A line as a plan run left it that promised the orders of the world again.
    static LiveLine planned(SmallWorld world, long seed) {
        Plant plant = world.plant();
        Line orders = world.line();
        Plan plan = Rule.STAY_PUT.plan(plant, orders);
        var published = new int[orders.orders()];
        for (int order = 0; order < published.length; order++) {
            int week = plan.week()[order];
            published[order] = orders.isPromised(order) ? Math.max(orders.promised()[order], week) : week;
        }
        var line = new LiveLine(
                world,
                plant,
                LineCounts.of(plant, orders, plan, published, UnitsThere.none(plant.configurations())),
                seed);
        for (int order = 0; order < published.length; order++) {
            line.enter(orders.configuration()[order], published[order], true);
        }
        return line;
    }

    /// A line in which some have their units, whatever they were promised.
    static LiveLine withUnits(SmallWorld world, long seed) {
        Plant plant = world.plant();
        var random = new Random(~seed);
        var there = UnitsThere.none(plant.configurations);
        List<Live> finished = new ArrayList<>();
        for (int unit = random.nextInt(8); unit > 0; unit--) {
            var order = new Live(random.nextInt(plant.configurations), 1 + random.nextInt(plant.beyond()), true);
            there.add(order.configuration, order.promised > plant.weeks ? 0 : order.promised);
            finished.add(order);
        }
        Line nobody = world.ordering(List.of()).line();
        var counts = LineCounts.of(plant, nobody, Rule.LINE.plan(plant, nobody), new int[0], there);
        var line = new LiveLine(world, plant, counts, seed);
        finished.forEach(order -> line.enter(order.configuration, order.promised, true));
        return line;
    }

    int anyConfiguration() {
        return random.nextInt(plant.configurations);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    int quote(int configuration) {
        return line.quote(configuration, thisWeek);
    }

    int take(int configuration) {
        return enter(configuration, line.take(configuration, thisWeek), false);
    }

    int keep(int configuration, int week) {
        return enter(configuration, line.keep(configuration, week, thisWeek), true);
    }

    int keepAny() {
        return keep(anyConfiguration(), 1 + random.nextInt(plant.beyond()));
    }

    private int enter(int configuration, int week, boolean kept) {
        live.add(new Live(configuration, week, kept));
        if (week <= plant.weeks) {
            furthest[configuration] = Math.max(furthest[configuration], week);
        }
        return week;
    }

    void releaseAny() {
        if (!live.isEmpty()) {
            Live gone = live.remove(random.nextInt(live.size()));
            line.release(gone.configuration, gone.promised);
        }
    }

    /// The line as counted, an order for every build and one for everybody who waits.
    int[] buildWeeks() {
        var week = new ArrayList<Integer>();
        for (int configuration = 0; configuration < plant.configurations; configuration++) {
            for (int at = 1; at <= plant.weeks; at++) {
                for (int unit = 0; unit < line.counts().built(configuration, at); unit++) {
                    week.add(at);
                }
            }
            for (int waits = 0; waits < line.counts().waiting(configuration); waits++) {
                week.add(plant.beyond());
            }
        }
        return week.stream().mapToInt(Integer::intValue).toArray();
    }

    /// The orders that stand beside [#buildWeeks], one for one.
    SmallWorld counted() {
        var orders = new ArrayList<SmallWorld.Wanted>();
        for (int configuration = 0; configuration < plant.configurations; configuration++) {
            int counted = line.counts().live(configuration) - line.counts().there(configuration);
            for (int unit = 0; unit < counted; unit++) {
                orders.add(new SmallWorld.Wanted(configuration, Line.NONE, 1, false, Band.KEEP));
            }
        }
        return world.ordering(orders);
    }

    /// The live orders in entry order, promised as they were told.
    ///
    /// @param waiting the band of those who were told nothing
    SmallWorld promised(Band waiting) {
        return world.ordering(live.stream()
                .map(order -> order.promised > plant.weeks
                        ? new SmallWorld.Wanted(order.configuration, Line.NONE, 1, false, waiting)
                        : new SmallWorld.Wanted(order.configuration, order.promised, 1, false, Band.KEEP))
                .toList());
    }

    /// The first week a newcomer could be built in beside everybody counted, trying every week; nobody may wait.
    int bruteForceQuote(int configuration) {
        var orders = new ArrayList<>(counted().orders());
        orders.add(new SmallWorld.Wanted(configuration, Line.NONE, 1, false, Band.KEEP));
        var referee = new Referee(world.ordering(orders));
        int[] built = buildWeeks();
        int[] week = Arrays.copyOf(built, built.length + 1);
        int candidate = Math.max(1, Math.max(thisWeek, furthest[configuration]));
        for (; candidate <= plant.weeks; candidate++) {
            week[built.length] = candidate;
            if (referee.accepts(week)) {
                return candidate;
            }
        }
        return plant.beyond();
    }
}
