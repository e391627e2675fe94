package dev.holdfast.supply.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// A vehicle launch of a size worth measuring: 200 configurations of 500 components, about 147 bill lines a unit,
/// and a million orders, from one seed.
///
/// A fifth of the components goes into every unit; the rest are variants of options, of which a configuration has
/// one each. Supply of a component ramps up over the horizon to roughly what the line wants of it, some a little
/// less, in weekly receipts of uneven size. All of it is invented; only the proportions resemble a real launch.
final class SyntheticPlant {
    static final int WEEKS = 104;

    private static final int CONFIGURATIONS = 200;
    private static final int COMMON = 100;
    private static final int OPTIONS = 47;
    private static final int VARIANTS = 400;
    static final int LONGEST_LEAD = 9;
    private static final int RESOURCES = 2;
    private static final int FIRST_SLIP = 107;

    private final Random random;
    private final int orders;
    private final double[] share = new double[CONFIGURATIONS];
    private final double[] wanted = new double[COMMON + VARIANTS];
    private final long[] quantity = new long[COMMON + VARIANTS];
    private final int[] lead = new int[COMMON + VARIANTS];

    SyntheticPlant(long seed, int orders) {
        this.random = new Random(seed);
        this.orders = orders;
    }

    /// @param slips whether six components slip by 2 to 5 weeks and one of them loses a tenth of its later supply
    Plant plant(boolean slips) {
        var plant = new PlantBuilder(WEEKS, CONFIGURATIONS, COMMON + VARIANTS, RESOURCES);
        drawShares();
        drawComponents();
        for (int configuration = 0; configuration < CONFIGURATIONS; configuration++) {
            for (int component = 0; component < COMMON; component++) {
                need(plant, configuration, component);
            }
            for (int option = 0; option < OPTIONS; option++) {
                int from = VARIANTS * option / OPTIONS;
                int to = VARIANTS * (option + 1) / OPTIONS;
                need(plant, configuration, COMMON + from + random.nextInt(to - from));
            }
            plant.route(configuration, 0);
            plant.route(configuration, random.nextInt(3) == 0 ? 1 : 0);
        }
        for (int component = 0; component < wanted.length; component++) {
            boolean slipping = component > COMMON && component % 70 == FIRST_SLIP % 70;
            supply(plant, component, slips && slipping ? 2 + component % 4 : 0, slips && component == FIRST_SLIP);
        }
        for (int week = 1; week <= WEEKS; week++) {
            plant.capacity(0, week, orders / 85L);
            plant.capacity(1, week, orders / 200L);
        }
        return plant.build();
    }

    private void drawShares() {
        double sum = 0;
        for (int configuration = 0; configuration < CONFIGURATIONS; configuration++) {
            share[configuration] = 1 / (5.0 + configuration) * (0.5 + random.nextDouble());
            sum += share[configuration];
        }
        for (int configuration = 0; configuration < CONFIGURATIONS; configuration++) {
            share[configuration] /= sum;
        }
    }

    private void drawComponents() {
        for (int component = 0; component < wanted.length; component++) {
            quantity[component] = random.nextInt(4) == 0 ? 1L + random.nextInt(4) : 1L;
            lead[component] = random.nextInt(LONGEST_LEAD);
        }
    }

    private void need(PlantBuilder plant, int configuration, int component) {
        plant.need(configuration, component, quantity[component], lead[component]);
        wanted[component] += share[configuration] * quantity[component] * orders;
    }

    private void supply(PlantBuilder plant, int component, int slip, boolean cut) {
        double total = wanted[component] * (0.97 + 0.2 * random.nextDouble());
        double sum = 0;
        var weight = new double[WEEKS + 1];
        for (int week = 1; week <= WEEKS; week++) {
            weight[week] = Math.min(1, week / 20.0) * (0.4 + 1.2 * random.nextDouble());
            sum += weight[week];
        }
        for (int week = 1; week <= WEEKS; week++) {
            double kept = cut && week > WEEKS / 3 ? 0.9 : 1;
            plant.receive(component, week - lead[component] + slip, Math.round(total * weight[week] / sum * kept));
        }
    }

    /// The share of each configuration in the demand, once a plant was made.
    List<Double> shares() {
        return Arrays.stream(share).boxed().toList();
    }

    /// As many orders of random configurations, drawn by their share, as `promised` has; that may be a plan made
    /// before.
    Line line(int[] promised) {
        var draw = new Random(orders);
        var upTo = new double[CONFIGURATIONS];
        double sum = 0;
        for (int configuration = 0; configuration < CONFIGURATIONS; configuration++) {
            sum += share[configuration];
            upTo[configuration] = sum;
        }
        var configuration = new int[promised.length];
        for (int order = 0; order < promised.length; order++) {
            int at = Arrays.binarySearch(upTo, draw.nextDouble() * sum);
            configuration[order] = Math.min(CONFIGURATIONS - 1, at < 0 ? -at - 1 : at);
        }
        var band = new Band[promised.length];
        Arrays.fill(band, Band.KEEP);
        return new Line(configuration, promised, new int[promised.length], new boolean[promised.length], band);
    }

    static int[] noPromises(int orders) {
        var none = new int[orders];
        Arrays.fill(none, Line.NONE);
        return none;
    }
}
