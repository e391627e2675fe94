package dev.holdfast.supply.plan;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.holdfast.supply.odds.Awaited;
import dev.holdfast.supply.odds.Bounds;
import dev.holdfast.supply.odds.Commitment;
import dev.holdfast.supply.odds.Scenarios;
import dev.holdfast.supply.odds.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;

/// Prints how long a hundred scenarios of the synthetic plant take, and what blocks of orders cost in exactness.
///
/// Every receipt of the plant is a commitment of one of fifty suppliers, each with three years of late weeks behind it.
public final class MeasureOdds {
    private static final int SUPPLIERS = 50;
    private static final int PAST_WEEKS = 156;
    private static final long SEED = 1;

    private MeasureOdds() {}

    public static void main(String[] arguments) {
        int orders = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        var synthetic = new SyntheticPlant(SEED, orders);
        Plant plant = synthetic.plant(false);
        Line line = synthetic.line(SyntheticPlant.noPromises(orders));
        Awaited awaited = Awaited.asOf(commitments(plant), SUPPLIERS, 0);
        Plant certain = plant.withReceipts(
                new Receipts(new long[plant.components * plant.columns], plant.columns, plant.longestLead));
        Spread exact = null;
        for (int block : new int[] {10, 10, 20, 5, 1}) {
            long began = System.nanoTime();
            Spread spread =
                    new Scenarios(100, block, 2).draw(certain, line, Rule.LINE, awaited, new SplittableRandom(SEED));
            say("100 scenarios, blocks of %d: %.1f s on two threads", block, (System.nanoTime() - began) / 1e9);
            exact = spread;
            for (int configuration = 0; configuration < 150; configuration += 50) {
                Bounds bounds = spread.bounds(configuration, 1_000);
                say(
                        "  configuration %d, rank 1,000: P50 %.3f, P90 %.3f",
                        configuration, bounds.half(), bounds.likely());
            }
        }
        say("%d scenarios compared", exact == null ? 0 : exact.scenarios());
        compareRules(plant, synthetic, certain, awaited, orders);
    }

    /// The same draws by the rule that promises are made again by, beside the rule of the strict line.
    private static void compareRules(
            Plant plant, SyntheticPlant synthetic, Plant certain, Awaited awaited, int orders) {
        Plan promised = Rule.LINE.plan(plant, synthetic.line(SyntheticPlant.noPromises(orders)));
        int[] week = promised.week().clone();
        for (int order = 0; order < week.length; order++) {
            week[order] = week[order] > plant.weeks ? Line.NONE : week[order];
        }
        Line line = synthetic.line(week);
        long[] built = Builds.perWeek(plant, line, promised);
        List<Spread> spreads = new ArrayList<>();
        for (Rule rule : List.of(Rule.LINE, Rule.STAY_PUT)) {
            long began = System.nanoTime();
            spreads.add(Scenarios.of(orders).draw(certain, line, rule, awaited, new SplittableRandom(SEED)));
            say("%s, %s: %.1f s", rule.label(), Scenarios.of(orders), (System.nanoTime() - began) / 1e9);
        }
        double half = 0;
        double likely = 0;
        double later = 0;
        int windows = 0;
        for (int configuration = 0; configuration < plant.configurations; configuration++) {
            long before = 0;
            for (int at = 1; at <= plant.weeks; at++) {
                long units = built[configuration * (plant.weeks + 2) + at];
                if (units > 0) {
                    Bounds one = spreads.get(0).bounds(configuration, before + units / 2.0);
                    Bounds other = spreads.get(1).bounds(configuration, before + units / 2.0);
                    half += Math.abs(other.half() - one.half());
                    likely += Math.abs(other.likely() - one.likely());
                    later += other.likely() - one.likely();
                    windows++;
                }
                before += units;
            }
        }
        say(
                "%d windows: P50 differs by %.3f weeks, P90 by %.3f (stay-put later by %.3f)",
                windows, half / windows, likely / windows, later / windows);
    }

    private static List<Commitment> commitments(Plant plant) {
        List<Commitment> all = new ArrayList<>();
        for (int at = 0; at < plant.receipts.length; at++) {
            int component = at / plant.columns;
            int week = Math.max(1, at % plant.columns + 1 - plant.longestLead);
            if (plant.receipts[at] > 0) {
                all.add(new Commitment(
                        component % SUPPLIERS, component, -60, week, plant.receipts[at], Commitment.OPEN, 0));
            }
        }
        var random = new Random(SEED);
        for (int supplier = 0; supplier < SUPPLIERS; supplier++) {
            double scale = 2 * random.nextDouble();
            for (int due = 1 - PAST_WEEKS; due <= 0; due++) {
                int received = due + (int) (scale * -Math.log(1 - random.nextDouble()));
                all.add(new Commitment(supplier, supplier, due - 60, due, 100, received, 100));
            }
        }
        return all;
    }

    @FormatMethod
    private static void say(@FormatString String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
