package dev.holdfast.supply.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Whoever a change does not reach, directly or through the competition for what it reaches, keeps the very same
/// window.
///
/// Two small worlds that share nothing stand in one line; the suppliers of one of them slip.
class UnaffectedTest {
    private static final long FIRST_SEED = Long.getLong("holdfast.plan.seed", 1L);
    private static final int WORLDS = Integer.getInteger("holdfast.plan.worlds", 1_000);

    @Test
    void whoIsNotReachedKeepsTheWindow() {
        int unreached = 0;
        int movedElsewhere = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            Slip slip = Slip.of(seed);
            int[] told = slip.told(Rule.STAY_PUT);
            assertThat(slip.movedAmong(slip.unreached(), told))
                    .as("seed %d", seed)
                    .isEmpty();
            unreached += slip.unreached().size();
            movedElsewhere += slip.movedAmong(slip.reached(), told).size();
        }
        assertThat(unreached).as("orders that were not reached").isGreaterThan(WORLDS * 4);
        assertThat(movedElsewhere).as("orders that were, and moved").isGreaterThan(WORLDS / 4);
    }

    @Test
    void aWindowMovedForNothingIsFound() {
        Slip slip = IntStream.iterate(1, seed -> seed + 1)
                .mapToObj(Slip::of)
                .filter(one -> !one.unreached().isEmpty())
                .findFirst()
                .orElseThrow();
        int[] told = slip.told(Rule.STAY_PUT);
        int order = slip.unreached().getFirst();
        told[order] = told[order] == Line.NONE ? 1 : told[order] + 1;

        assertThat(slip.movedAmong(slip.unreached(), told)).containsExactly(order);
    }

    /// An order whose own parts did not change may still lose a unit to one that lost its own elsewhere.
    @Test
    void competitionReachesFurtherThanTheChangeItself() {
        int moved = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            Slip slip = Slip.of(seed);
            List<Integer> notDirectly = slip.orders(slip.directly(), false);
            moved += slip.movedAmong(notDirectly, slip.told(Rule.STAY_PUT)).size();
        }
        assertThat(moved).isPositive();
    }

    /// A line before and after some receipts came otherwise.
    private record Slip(SmallWorld before, SmallWorld after) {
        static Slip of(long seed) {
            SmallWorld one = SmallWorld.of(seed, SmallWorld.Promises.NONE).plain();
            SmallWorld other = IntStream.iterate(1, turn -> turn + 1)
                    .mapToObj(turn -> SmallWorld.of(-seed * 1_000 - turn, SmallWorld.Promises.NONE)
                            .plain())
                    .filter(world -> world.weeks() == one.weeks())
                    .findFirst()
                    .orElseThrow();
            SmallWorld both = one.beside(other);
            SmallWorld promising =
                    both.promising(Rule.LINE.plan(both.plant(), both.line()).week());
            return new Slip(promising, one.beside(other.slipped(seed)).ordering(promising.orders()));
        }

        int[] told(Rule rule) {
            Plan plan = rule.plan(after.plant(), after.line());
            return Windows.of(after.plant(), after.line(), plan, 1, new int[0]);
        }

        List<Integer> movedAmong(List<Integer> orders, int[] told) {
            return orders.stream()
                    .filter(order -> told[order] != before.orders().get(order).promised())
                    .toList();
        }

        List<Integer> unreached() {
            return orders(reachedConfigurations(), false);
        }

        List<Integer> reached() {
            return orders(reachedConfigurations(), true);
        }

        List<Integer> orders(BitSet configurations, boolean within) {
            return IntStream.range(0, before.orders().size())
                    .filter(order ->
                            configurations.get(before.orders().get(order).configuration()) == within)
                    .boxed()
                    .toList();
        }

        /// Configurations that need a component of which something comes otherwise.
        BitSet directly() {
            var configurations = new BitSet();
            for (SmallWorld.Need need : before.needs()) {
                if (!arrivals(before, need.component()).equals(arrivals(after, need.component()))) {
                    configurations.set(need.configuration());
                }
            }
            return configurations;
        }

        /// Those, and whoever shares a component or a resource with one of them, and so on.
        private BitSet reachedConfigurations() {
            BitSet reached = directly();
            int known;
            do {
                known = reached.cardinality();
                spread(reached);
            } while (reached.cardinality() > known);
            return reached;
        }

        private void spread(BitSet reached) {
            for (SmallWorld.Need one : before.needs()) {
                for (SmallWorld.Need other : before.needs()) {
                    if (reached.get(one.configuration()) && one.component() == other.component()) {
                        reached.set(other.configuration());
                    }
                }
            }
            for (SmallWorld.Route one : before.routes()) {
                for (SmallWorld.Route other : before.routes()) {
                    if (reached.get(one.configuration()) && one.resource() == other.resource()) {
                        reached.set(other.configuration());
                    }
                }
            }
        }

        private static List<SmallWorld.Receipt> arrivals(SmallWorld world, int component) {
            return world.receipts().stream()
                    .filter(receipt -> receipt.component() == component)
                    .toList();
        }
    }
}
