package dev.holdfast.delivery.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.delivery.allocation.Allocation.Given;
import dev.holdfast.delivery.allocation.Allocation.Why;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Units go in entry order, once each, and by no other matching could somebody ahead have been served.
class AllocationTest {
    private static final int CONFIGURATIONS = 2;
    private static final int REGIONS = 2;
    private static final int WORLDS = 20_000;

    @Test
    void theFirstInLineGetsTheUnitInTheirRegionAndTheNextTheOneThatMayGoAnywhere() {
        Given given =
                give(orders(new int[] {0, 0, 0}, new int[] {1, 1, 1}), stock(new int[] {0, 0}, new int[] {-1, 1}));
        assertThat(given.unitOf()).containsExactly(1, 0, -1);
        assertThat(given.why()).containsExactly(Why.IN_REGION, Why.FROM_ANYWHERE, Why.WAITS);
        assertThat(given.ahead()).containsExactly(0, 0, 0);
    }

    @Test
    void whoWaitsIsToldHowManyOfTheirKindWaitInFront() {
        Given given = give(orders(new int[] {0, 0, 1, 0}, new int[] {0, 0, 0, 1}), stock(new int[] {}, new int[] {}));
        assertThat(given.ahead()).containsExactly(0, 1, 0, 0);
    }

    @Test
    void aUnitElsewhereOrOfAnotherConfigurationIsNobodysHere() {
        Given given = give(orders(new int[] {0}, new int[] {0}), stock(new int[] {1, 0}, new int[] {0, 1}));
        assertThat(given.unitOf()).containsExactly(-1);
    }

    @Test
    void noMatchingServesSomebodyAheadWhoWasNotServed() {
        Random random = new Random(20_261_121);
        int served = 0;
        for (int world = 0; world < WORLDS; world++) {
            Waiting orders = someOrders(random, random.nextInt(7));
            Stock stock = someStock(random, random.nextInt(6));
            settle(orders, stock, random);
            Given given = give(orders, stock);
            judge(orders, stock, given);
            boolean[] best = best(orders, stock);
            for (int order = 0; order < orders.size(); order++) {
                assertThat(given.unitOf()[order] != Allocation.NONE)
                        .as("order %s of world %s", order, world)
                        .isEqualTo(best[order]);
                served += best[order] ? 1 : 0;
            }
        }
        assertThat(served).isGreaterThan(WORLDS / 2);
    }

    @Test
    void aDamagedUnitCostsNobodyElseTheirs() {
        Random random = new Random(7);
        int damages = 0;
        for (int world = 0; world < WORLDS; world++) {
            Waiting orders = someOrders(random, 1 + random.nextInt(6));
            Stock stock = someStock(random, 1 + random.nextInt(5));
            Given before = give(orders, stock);
            int unit = random.nextInt(stock.size());
            int loser = indexOf(before.unitOf(), unit);
            stock.usable()[unit] = false;
            Waiting after = new Waiting(orders.configuration(), orders.region(), before.unitOf(), orders.postponed());
            Given again = give(after, stock);
            for (int order = 0; order < orders.size(); order++) {
                if (order != loser && before.unitOf()[order] != Allocation.NONE) {
                    assertThat(again.unitOf()[order]).isEqualTo(before.unitOf()[order]);
                }
            }
            damages += loser == Allocation.NONE ? 0 : 1;
        }
        assertThat(damages).isGreaterThan(WORLDS / 10);
    }

    @Test
    void whoPostponesLeavesNobodyElseWorseOff() {
        Random random = new Random(8);
        int gains = 0;
        for (int world = 0; world < WORLDS; world++) {
            Waiting orders = someOrders(random, 1 + random.nextInt(6));
            Stock stock = someStock(random, random.nextInt(6));
            Arrays.fill(orders.postponed(), false);
            Given before = give(orders, stock);
            int later = random.nextInt(orders.size());
            Waiting after =
                    new Waiting(orders.configuration(), orders.region(), before.unitOf(), new boolean[orders.size()]);
            after.postponed()[later] = true;
            Given again = give(after, stock);
            assertThat(again.unitOf()[later]).isEqualTo(Allocation.NONE);
            for (int order = 0; order < orders.size(); order++) {
                if (order != later && before.unitOf()[order] != Allocation.NONE) {
                    assertThat(again.unitOf()[order]).isEqualTo(before.unitOf()[order]);
                } else if (order != later && again.unitOf()[order] != Allocation.NONE) {
                    gains++;
                }
            }
        }
        assertThat(gains).isPositive();
    }

    @Test
    void theSameArraysGiveTheSameAnswer() {
        Random random = new Random(9);
        Waiting orders = someOrders(random, 500);
        Stock stock = someStock(random, 300);
        Given one = give(orders, stock);
        Given two = give(orders, stock);
        assertThat(one.unitOf()).containsExactly(two.unitOf());
        assertThat(one.why()).containsExactly(two.why());
        assertThat(one.ahead()).containsExactly(two.ahead());
    }

    /// What must be true of any answer, read off the arrays alone.
    private static void judge(Waiting orders, Stock stock, Given given) {
        List<Integer> units = Arrays.stream(given.unitOf())
                .filter(unit -> unit != Allocation.NONE)
                .boxed()
                .toList();
        assertThat(units).doesNotHaveDuplicates();
        for (int order = 0; order < orders.size(); order++) {
            int unit = given.unitOf()[order];
            if (unit != Allocation.NONE) {
                assertThat(fits(orders, stock, order, unit)).isTrue();
                assertThat(stock.usable()[unit]).isTrue();
            }
            boolean keeps = orders.holds()[order] != Allocation.NONE
                    && stock.usable()[orders.holds()[order]]
                    && !orders.postponed()[order];
            if (keeps) {
                assertThat(unit).isEqualTo(orders.holds()[order]);
            }
        }
    }

    /// Tries every matching: of two, the better one serves the first order in which they differ.
    private static boolean[] best(Waiting orders, Stock stock) {
        var taken = new boolean[stock.size()];
        var fixed = new int[orders.size()];
        Arrays.fill(fixed, Allocation.NONE);
        for (int order = 0; order < orders.size(); order++) {
            int unit = orders.holds()[order];
            if (unit != Allocation.NONE && stock.usable()[unit] && !orders.postponed()[order]) {
                fixed[order] = unit;
                taken[unit] = true;
            }
        }
        List<boolean[]> found = new ArrayList<>();
        found.add(new boolean[orders.size()]);
        tryAll(orders, stock, fixed, taken, 0, new boolean[orders.size()], found);
        return found.getFirst();
    }

    private static void tryAll(
            Waiting orders,
            Stock stock,
            int[] fixed,
            boolean[] taken,
            int order,
            boolean[] served,
            List<boolean[]> best) {
        if (order == orders.size()) {
            int differ = Arrays.mismatch(served, best.getFirst());
            if (differ >= 0 && served[differ]) {
                best.set(0, served.clone());
            }
            return;
        }
        served[order] = fixed[order] != Allocation.NONE;
        tryAll(orders, stock, fixed, taken, order + 1, served, best);
        if (!served[order] && !orders.postponed()[order]) {
            for (int unit = 0; unit < stock.size(); unit++) {
                if (!taken[unit] && stock.usable()[unit] && fits(orders, stock, order, unit)) {
                    taken[unit] = true;
                    served[order] = true;
                    tryAll(orders, stock, fixed, taken, order + 1, served, best);
                    served[order] = false;
                    taken[unit] = false;
                }
            }
        }
        served[order] = false;
    }

    private static boolean fits(Waiting orders, Stock stock, int order, int unit) {
        boolean near = stock.region()[unit] == Allocation.NONE || stock.region()[unit] == orders.region()[order];
        return near && stock.configuration()[unit] == orders.configuration()[order];
    }

    /// Lets some orders hold a unit that fits them.
    private static void settle(Waiting orders, Stock stock, Random random) {
        for (int unit = 0; unit < stock.size() && orders.size() > 0; unit++) {
            int order = random.nextInt(orders.size());
            if (orders.holds()[order] == Allocation.NONE && fits(orders, stock, order, unit) && random.nextBoolean()) {
                orders.holds()[order] = unit;
            }
        }
    }

    private static Waiting someOrders(Random random, int size) {
        return new Waiting(
                random.ints(size, 0, CONFIGURATIONS).toArray(),
                random.ints(size, 0, REGIONS).toArray(),
                none(size),
                flags(size, random, 8));
    }

    private static Stock someStock(Random random, int size) {
        boolean[] damaged = flags(size, random, 8);
        var usable = new boolean[size];
        for (int unit = 0; unit < size; unit++) {
            usable[unit] = !damaged[unit];
        }
        return new Stock(
                random.ints(size, 0, CONFIGURATIONS).toArray(),
                random.ints(size, -1, REGIONS).toArray(),
                usable);
    }

    private static Waiting orders(int[] configuration, int[] region) {
        return new Waiting(configuration, region, none(region.length), new boolean[region.length]);
    }

    private static Stock stock(int[] configuration, int[] region) {
        var usable = new boolean[region.length];
        Arrays.fill(usable, true);
        return new Stock(configuration, region, usable);
    }

    private static Given give(Waiting orders, Stock stock) {
        return Allocation.give(orders, stock, CONFIGURATIONS, REGIONS);
    }

    private static boolean[] flags(int size, Random random, int oneIn) {
        var flags = new boolean[size];
        for (int i = 0; i < size; i++) {
            flags[i] = random.nextInt(oneIn) == 0;
        }
        return flags;
    }

    private static int[] none(int size) {
        return IntStream.generate(() -> Allocation.NONE).limit(size).toArray();
    }

    private static int indexOf(int[] units, int unit) {
        return IntStream.range(0, units.length)
                .filter(order -> units[order] == unit)
                .findFirst()
                .orElse(-1);
    }
}
