package dev.holdfast.supply.odds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.supply.plan.Band;
import dev.holdfast.supply.plan.Line;
import dev.holdfast.supply.plan.Plant;
import dev.holdfast.supply.plan.PlantBuilder;
import dev.holdfast.supply.plan.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// A long line is drawn by `line` whatever the rule of its plan: how much that changes what is said.
class RuleOfOddsTest {
    private static final int WEEKS = 40;
    private static final int CONFIGURATIONS = 4;
    private static final int ORDERS = 800;
    private static final int PARTS = 3;
    private static final Plant CERTAIN = plant(false);

    /// Weeks by which the two rules differ.
    private record Difference(double half, double likely) {}

    @Test
    void withoutBandsItIsNextToNothing() {
        Difference difference = difference(Band.KEEP);
        assertThat(difference.half).isLessThan(0.05);
        assertThat(difference.likely).isLessThan(0.05);
    }

    @Test
    void whereOneConfigurationGoesFirstItIsWeeks() {
        assertThat(difference(Band.WIN).likely).isGreaterThan(0.5);
    }

    @Test
    void soALongLineWithBandsIsDrawnByTheRuleOfItsPlan() {
        assertThat(Scenarios.rule(many(20_000, Band.KEEP), Rule.STAY_PUT)).isEqualTo(Rule.STAY_PUT);
        assertThat(Scenarios.rule(many(20_001, Band.KEEP), Rule.STAY_PUT)).isEqualTo(Rule.LINE);
        assertThat(Scenarios.rule(many(20_001, Band.WIN), Rule.STAY_PUT)).isEqualTo(Rule.STAY_PUT);
    }

    /// One of them has the band.
    private static Line many(int orders, Band one) {
        var promised = new int[orders];
        Arrays.fill(promised, 1);
        var band = new Band[orders];
        Arrays.fill(band, Band.KEEP);
        band[orders - 1] = one;
        return new Line(new int[orders], promised, new int[orders], new boolean[orders], band);
    }

    /// @param first of everybody who wants the first configuration
    private static Difference difference(Band first) {
        Line line = promised(first);
        Awaited awaited = Awaited.asOf(commitments(), PARTS, 0);
        Spread strict = spread(Rule.LINE, line, awaited);
        Spread own = spread(Rule.STAY_PUT, line, awaited);
        double half = 0;
        double likely = 0;
        int seats = 0;
        for (int configuration = 0; configuration < CONFIGURATIONS; configuration++) {
            for (double rank = 5; rank < (double) ORDERS / CONFIGURATIONS; rank += 10, seats++) {
                Bounds one = strict.bounds(configuration, rank);
                Bounds other = own.bounds(configuration, rank);
                half += Math.abs(one.half() - other.half());
                likely += Math.abs(one.likely() - other.likely());
            }
        }
        return new Difference(half / seats, likely / seats);
    }

    private static Spread spread(Rule rule, Line line, Awaited awaited) {
        return new Scenarios(100, 1, 2).draw(CERTAIN, line, rule, awaited, new SplittableRandom(1));
    }

    private static Line promised(Band first) {
        var random = new Random(7);
        var configuration = new int[ORDERS];
        var band = new Band[ORDERS];
        for (int order = 0; order < ORDERS; order++) {
            configuration[order] = random.nextInt(CONFIGURATIONS);
            band[order] = configuration[order] == 0 ? first : Band.KEEP;
        }
        var none = new int[ORDERS];
        Arrays.fill(none, Line.NONE);
        var line = new Line(configuration, none, new int[ORDERS], new boolean[ORDERS], band);
        int[] weeks = Rule.STAY_PUT.plan(plant(true), line).week();
        var promised = new int[ORDERS];
        for (int order = 0; order < ORDERS; order++) {
            promised[order] = weeks[order] > WEEKS ? Line.NONE : weeks[order];
        }
        return new Line(configuration, promised, new int[ORDERS], new boolean[ORDERS], band);
    }

    /// One part is in all of them, the others in two each.
    private static Plant plant(boolean withAll) {
        var builder = new PlantBuilder(WEEKS, CONFIGURATIONS, PARTS, 0);
        for (int configuration = 0; configuration < CONFIGURATIONS; configuration++) {
            builder.need(configuration, 0, 1, 0);
            builder.need(configuration, 1 + configuration % 2, 1, 1);
        }
        if (withAll) {
            commitments().stream()
                    .filter(one -> one.due() > 0)
                    .forEach(one -> builder.receive(one.component(), one.due(), one.quantity()));
        }
        return builder.build();
    }

    /// A delivery of each part a week, in the past up to five weeks late.
    private static List<Commitment> commitments() {
        var random = new Random(3);
        List<Commitment> commitments = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            int units = part == 0 ? 22 : 13;
            for (int week = -60; week < 0; week++) {
                int late = Math.max(0, random.nextInt(9) - 3);
                commitments.add(new Commitment(part, part, -100, week - 6, units, week - 6 + late, units));
            }
            for (int week = 1; week <= WEEKS; week++) {
                commitments.add(new Commitment(part, part, -60, week, units, Commitment.OPEN, 0));
            }
        }
        return commitments;
    }
}
