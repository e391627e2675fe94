package dev.holdfast.supply.plan;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.holdfast.launch.Curve;
import dev.holdfast.launch.OneCurve;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Prints what an order costs intake under a plan of the synthetic plant, beside one curve an offer in the same run:
/// a quote with its take, a release, the copy that a batch works on, and what is left on a page of all offers. Then
/// how many of the quotes the next run confirms. Arguments: orders, and 1 in how many steps is a release.
public final class MeasureQuotes {
    private static final long SEED = 1;
    private static final int ROUNDS = 5;
    private static final int COPIES = 2_000;
    private static final LocalDate START = LocalDate.of(2027, 1, 4);

    private final Plant plant;
    private final int[] wanted;
    private final int releaseOneIn;
    private final List<String> offers = new ArrayList<>();
    private final Map<String, Curve> curves = new TreeMap<>();

    private MeasureQuotes(int orders, int releaseOneIn) {
        var synthetic = new SyntheticPlant(SEED, orders);
        this.plant = synthetic.plant(false);
        this.wanted = synthetic.line(SyntheticPlant.noPromises(orders)).configuration();
        this.releaseOneIn = releaseOneIn;
        drawCurves();
    }

    public static void main(String[] arguments) {
        int orders = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
        int releaseOneIn = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        var measure = new MeasureQuotes(orders, releaseOneIn);
        for (int round = 1; round <= ROUNDS; round++) {
            say("round %d of %d, %,d orders", round, ROUNDS, orders);
            measure.planned();
            measure.oneCurve();
        }
        measure.confirm();
    }

    private void planned() {
        var line = new OpenLine(plant, new LineCounts(plant.configurations(), plant.weeks()));
        var week = new int[wanted.length];
        long began = System.nanoTime();
        for (int order = 0; order < wanted.length; order++) {
            int quote = line.quote(wanted[order], 1);
            week[order] = line.take(wanted[order], 1);
            if (quote != week[order]) {
                throw new IllegalStateException("Quoted " + quote + " and gave " + week[order]);
            }
        }
        rate("plan: quote and take", wanted.length, began);
        began = System.nanoTime();
        for (int order = 0; order < wanted.length; order += releaseOneIn) {
            line.release(wanted[order], week[order]);
        }
        rate("plan: release", wanted.length / releaseOneIn, began);
        copies("plan", line::copy);
        began = System.nanoTime();
        long left = 0;
        for (int configuration = 0; configuration < plant.configurations(); configuration++) {
            left += line.remaining(configuration, 1);
        }
        rate("plan: remaining, all offers once (" + left + ")", plant.configurations(), began);
    }

    private void oneCurve() {
        var line = new OneCurve(curves, List.of());
        var week = new LocalDate[wanted.length];
        long began = System.nanoTime();
        for (int order = 0; order < wanted.length; order++) {
            String offer = offers.get(wanted[order]);
            line.quote(offer, START);
            week[order] = line.take(offer, START).orElse(START);
        }
        rate("curve: quote and take", wanted.length, began);
        began = System.nanoTime();
        for (int order = 0; order < wanted.length; order += releaseOneIn) {
            line.release(offers.get(wanted[order]), week[order]);
        }
        rate("curve: release", wanted.length / releaseOneIn, began);
        copies("curve", line::copy);
    }

    private static void copies(String name, Supplier<Object> copy) {
        var kept = new Object[16];
        long began = System.nanoTime();
        for (int turn = 0; turn < COPIES; turn++) {
            kept[turn % kept.length] = copy.get();
        }
        say("  %s: copy in %.1f microseconds", name, (System.nanoTime() - began) / 1e3 / COPIES);
    }

    /// Takes with releases in between, then STAY-PUT over who is left; whoever waits chooses last.
    private void confirm() {
        var line = new OpenLine(plant, new LineCounts(plant.configurations(), plant.weeks()));
        var random = new Random(SEED);
        var week = new int[wanted.length];
        for (int order = 0; order < wanted.length; order++) {
            week[order] = line.take(wanted[order], 1);
            int gone = random.nextInt(order + 1);
            if (random.nextInt(releaseOneIn) == 0 && week[gone] > 0) {
                line.release(wanted[gone], week[gone]);
                week[gone] = 0;
            }
        }
        int[] live =
                IntStream.range(0, week.length).filter(order -> week[order] > 0).toArray();
        int[] told = Arrays.stream(live).map(order -> week[order]).toArray();
        int[] again = Rule.STAY_PUT.plan(plant, promised(live, told)).week();
        long waiting = Arrays.stream(told).filter(one -> one > plant.weeks()).count();
        long broken = IntStream.range(0, told.length)
                .filter(order -> told[order] <= plant.weeks() && again[order] > told[order])
                .count();
        say(
                "%,d quoted a week, %,d waiting, 1 step in %d followed by a release: %,d quotes not confirmed",
                told.length - waiting, waiting, releaseOneIn, broken);
    }

    private Line promised(int[] live, int[] told) {
        var configuration = new int[live.length];
        var promised = new int[live.length];
        var band = new Band[live.length];
        for (int order = 0; order < live.length; order++) {
            boolean waits = told[order] > plant.weeks();
            configuration[order] = wanted[live[order]];
            promised[order] = waits ? Line.NONE : told[order];
            band[order] = waits ? Band.LOSE : Band.KEEP;
        }
        return new Line(configuration, promised, new int[live.length], new boolean[live.length], band);
    }

    /// The curves that LINE finds: what an offer would have to itself.
    private void drawCurves() {
        int configurations = plant.configurations();
        var line = new OpenLine(plant, new LineCounts(configurations, plant.weeks()));
        Arrays.stream(wanted).forEach(configuration -> line.take(configuration, 1));
        for (int configuration = 0; configuration < configurations; configuration++) {
            var weeks = new ArrayList<LocalDate>();
            var cumulative = new ArrayList<Long>();
            long total = 0;
            for (int week = 1; week <= plant.weeks(); week++) {
                total += line.counts().built(configuration, week);
                weeks.add(START.plusWeeks(week - 1L));
                cumulative.add(total);
            }
            offers.add("offer-" + configuration);
            curves.put("offer-" + configuration, new Curve(weeks, cumulative));
        }
    }

    private static void rate(String name, int times, long began) {
        double seconds = (System.nanoTime() - began) / 1e9;
        say("  %s: %,.0f a second", name, times / seconds);
    }

    @FormatMethod
    private static void say(@FormatString String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
