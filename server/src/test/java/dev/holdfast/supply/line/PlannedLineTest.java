package dev.holdfast.supply.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.launch.Curve;
import dev.holdfast.launch.OneCurve;
import dev.holdfast.launch.Supplies;
import dev.holdfast.launch.SupplyLine;
import dev.holdfast.supply.master.AssembledPlant;
import dev.holdfast.supply.master.Counting;
import dev.holdfast.supply.master.Horizon;
import dev.holdfast.supply.plan.Band;
import dev.holdfast.supply.plan.Line;
import dev.holdfast.supply.plan.PlantBuilder;
import dev.holdfast.supply.plan.Rule;
import dev.holdfast.supply.plan.UnitsThere;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A launch's line under a plan, in the weeks and words of the launch.
class PlannedLineTest {
    private static final long FIRST_SEED = Long.getLong("holdfast.plan.seed", 1L);
    private static final int WORLDS = Integer.getInteger("holdfast.plan.worlds", 3_000);
    private static final LocalDate START = LocalDate.of(2027, 1, 4);
    private static final int WEEKS = 12;
    private static final List<String> OFFERS = List.of("green", "white", "red");

    /// One component for each offer, whatever is taken, released, kept or decided elsewhere.
    @Test
    void withOneComponentAnOfferItIsOneCurveStepForStep() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            var random = new Random(seed);
            Map<String, Curve> curves = curves(random);
            SupplyLine one = new OneCurve(curves, List.of());
            SupplyLine planned = new PlannedLine(ownComponents(curves), START, List.of());
            var live = new ArrayList<Placed>();
            LocalDate thisWeek = START;
            for (int step = 0; step < 80; step++) {
                thisWeek = thisWeek.plusWeeks(random.nextInt(12) == 0 && thisWeek.isBefore(monday(WEEKS)) ? 1 : 0);
                step(random, thisWeek, one, planned, live, seed);
                assertSame(one, planned, thisWeek, seed);
                if (random.nextInt(6) == 0) {
                    planned = random.nextBoolean() ? planned.copy() : restored(ownComponents(curves), planned);
                }
            }
        }
    }

    private record Placed(String offer, @Nullable LocalDate week) {}

    private static void step(
            Random random, LocalDate thisWeek, SupplyLine one, SupplyLine planned, List<Placed> live, long seed) {
        String offer = OFFERS.get(random.nextInt(OFFERS.size()));
        Optional<LocalDate> week;
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> {
                if (!live.isEmpty()) {
                    Placed gone = live.remove(random.nextInt(live.size()));
                    one.release(gone.offer, gone.week);
                    planned.release(gone.offer, gone.week);
                }
                return;
            }
            case 3 -> {
                LocalDate promised = random.nextInt(6) == 0 ? null : monday(1 + random.nextInt(WEEKS));
                week = one.keep(offer, promised, thisWeek);
                assertThat(planned.keep(offer, promised, thisWeek))
                        .as("kept, seed %d", seed)
                        .isEqualTo(week);
            }
            case 4 -> {
                week = one.take(offer, thisWeek);
                planned.taken(offer, week.orElse(null));
            }
            default -> {
                week = one.take(offer, thisWeek);
                assertThat(planned.take(offer, thisWeek))
                        .as("taken, seed %d", seed)
                        .isEqualTo(week);
            }
        }
        live.add(new Placed(offer, week.orElse(null)));
    }

    private static void assertSame(SupplyLine one, SupplyLine planned, LocalDate thisWeek, long seed) {
        for (String offer : OFFERS) {
            assertThat(planned.quote(offer, thisWeek))
                    .as("quote of %s, seed %d", offer, seed)
                    .isEqualTo(one.quote(offer, thisWeek));
            assertThat(planned.remaining(offer))
                    .as("remaining of %s, seed %d", offer, seed)
                    .isEqualTo(one.remaining(offer));
            assertThat(planned.live(offer)).as("live").isEqualTo(one.live(offer));
            assertThat(planned.checkpoint(offer).furthest())
                    .isEqualTo(one.checkpoint(offer).furthest());
        }
    }

    private static SupplyLine restored(AssembledPlant plant, SupplyLine line) {
        return new PlannedLine(
                plant, START, OFFERS.stream().map(line::checkpoint).toList());
    }

    @Test
    void weeksAreThoseOfDelivery() {
        SupplyLine line = new PlannedLine(sharedPack(), START, List.of());

        assertThat(line.quote("green", START)).as("built in week 1").contains(monday(3));
        assertThat(line.quote("white", START)).as("delivered as built").contains(monday(1));
        assertThat(line.take("green", monday(2))).as("built this week").contains(monday(4));
        assertThat(line.remaining("white")).as("they share the pack").isEqualTo(1);
        line.release("green", monday(4));
        assertThat(line.remaining("white")).isEqualTo(2);
        line.taken("green", monday(5));
        assertThat(line.checkpoint("green").builds()).as("built in week 3").isEqualTo("2027-01-18:1");
    }

    @Test
    void anOfferThePlanDoesNotKnowHasNoSupply() {
        SupplyLine line = new PlannedLine(sharedPack(), START, List.of());

        assertThat(line.quote("blue", START)).isEmpty();
        assertThat(line.take("blue", START)).isEmpty();
        assertThat(line.keep("blue", monday(3), START)).isEmpty();
        assertThat(line.live("blue")).isEqualTo(2);
        assertThat(line.remaining("blue")).isNegative();
        SupplyLine again = new PlannedLine(sharedPack(), START, List.of(line.checkpoint("blue")));
        again.release("blue", null);
        assertThat(again.live("blue")).isEqualTo(1);
        assertThat(line.live("blue")).isEqualTo(2);
    }

    @Test
    void aCheckpointSaysWhatIsBuiltWhenAndWhomTheWaitingStandBehind() {
        SupplyLine line = new PlannedLine(sharedPack(), START, List.of());
        assertThat(line.checkpoint("white")).isEqualTo(new Supplies.Checkpoint("white", 0, Optional.empty(), ""));

        line.take("white", monday(2));
        line.take("white", monday(4));
        line.take("white", monday(4));

        assertThat(line.checkpoint("white"))
                .isEqualTo(new Supplies.Checkpoint("white", 3, Optional.of(monday(4)), "2027-01-11:1,,1/2027-01-25"));
        assertThat(restored(sharedPack(), line).checkpoint("white")).isEqualTo(line.checkpoint("white"));
    }

    @Test
    void aPlanRunLeavesALineThatGoesOn() {
        AssembledPlant plant = sharedPack();
        Line orders = new Line(
                new int[] {0, 1, 1}, new int[] {3, Line.NONE, Line.NONE}, new int[3], new boolean[3], new Band[] {
                    Band.KEEP, Band.KEEP, Band.KEEP
                });
        var plan = Rule.STAY_PUT.plan(plant.plant(), orders);

        SupplyLine line =
                PlannedLine.planned(plant, START, orders, plan, new int[] {3, 1, plan.week()[2]}, UnitsThere.none(3));

        assertThat(line.live("white")).isEqualTo(2);
        assertThat(line.quote("white", START)).as("one waits already").isEmpty();
        assertThat(line.checkpoint("green").furthest())
                .as("its promise, not its build")
                .contains(monday(5));
        line.release("green", monday(5));
        line.release("white", monday(1));
        assertThat(line.quote("green", START))
                .as("one unit for who waits, one more")
                .contains(monday(5));
    }

    @Test
    void whoseUnitIsThereIsInLineAndTakesNoPack() {
        AssembledPlant plant = sharedPack();
        var there = UnitsThere.none(3);
        there.add(1, 2);
        there.add(1, 6);
        Line nobody = new Line(new int[0], new int[0], new int[0], new boolean[0], new Band[0]);
        var plan = Rule.STAY_PUT.plan(plant.plant(), nobody);

        SupplyLine line = PlannedLine.planned(plant, START, nobody, plan, new int[0], there);

        assertThat(line.live("white")).isEqualTo(2);
        assertThat(line.remaining("green")).isEqualTo(2);
        assertThat(line.quote("white", START)).as("not before its class").contains(monday(6));
        assertThat(line.take("white", START)).contains(monday(6));
        assertThat(line.checkpoint("white"))
                .isEqualTo(new Supplies.Checkpoint("white", 3, Optional.of(monday(6)), "2+2027-02-08:1"));
        SupplyLine again = restored(plant, line);
        assertThat(again.checkpoint("white")).isEqualTo(line.checkpoint("white"));
        again.release("white", monday(6));
        assertThat(again.checkpoint("white").builds())
                .as("whoever is left has a unit")
                .isEqualTo("2+");
        again.release("white", monday(2));
        again.release("white", monday(6));
        assertThat(again.live("white")).isZero();
        assertThat(again.remaining("green")).isEqualTo(2);
    }

    /// Every offer its own component, with the receipts of its curve.
    private static AssembledPlant ownComponents(Map<String, Curve> curves) {
        var plant = new PlantBuilder(WEEKS, OFFERS.size(), OFFERS.size(), 0);
        for (int offer = 0; offer < OFFERS.size(); offer++) {
            plant.need(offer, offer, 1, 0);
            Curve curve = curves.getOrDefault(OFFERS.get(offer), Curve.NOTHING);
            long before = 0;
            for (int at = 0; at < curve.weeks().size(); at++) {
                int week = (int) (curve.weeks().get(at).toEpochDay() - START.toEpochDay()) / 7 + 1;
                plant.receive(offer, week, curve.cumulative().get(at) - before);
                before = curve.cumulative().get(at);
            }
        }
        return assembled(plant, List.of(0, 0, 0));
    }

    /// Green and white share a pack of which there are two; green takes two weeks from build to delivery.
    private static AssembledPlant sharedPack() {
        var plant = new PlantBuilder(WEEKS, 3, 2, 0)
                .need(0, 0, 1, 0)
                .need(1, 0, 1, 0)
                .need(2, 1, 1, 0)
                .receive(0, 1, 2);
        return assembled(plant, List.of(2, 0, 0));
    }

    private static AssembledPlant assembled(PlantBuilder plant, List<Integer> deliveryWeeks) {
        return new AssembledPlant(
                0,
                new Horizon(START, WEEKS, Counting.COMMITTED),
                plant.build(),
                OFFERS,
                List.of("pack"),
                List.of(),
                deliveryWeeks,
                Map.of(),
                "sha256:0",
                List.of());
    }

    private static Map<String, Curve> curves(Random random) {
        var curves = new HashMap<String, Curve>();
        for (String offer : OFFERS) {
            var weeks = new ArrayList<LocalDate>();
            var cumulative = new ArrayList<Long>();
            long total = 0;
            for (int week = 1; week <= WEEKS; week++) {
                if (random.nextInt(3) == 0) {
                    total += random.nextInt(5);
                    weeks.add(monday(week));
                    cumulative.add(total);
                }
            }
            curves.put(offer, new Curve(weeks, cumulative));
        }
        return curves;
    }

    private static LocalDate monday(int week) {
        return START.plusWeeks(week - 1L);
    }
}
