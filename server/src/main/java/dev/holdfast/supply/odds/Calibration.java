package dev.holdfast.supply.odds;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// Moves every bound by as many weeks as would have made it true in the past: a conformal shift.
///
/// For a bound that a share q should keep, the shift is a quantile of how far past cases missed it, a
/// little further out than q itself, by `(q - 1/2) / n`, so that the share is q among cases not seen. The
/// two ends of the 90 % window move apart together, by the quantile of the worse miss of the two: a tenth
/// is estimated better than two twentieths.
///
/// Weeks of trouble come in rows, so [#ROW] weeks in a row of one supplier are one piece of evidence in n,
/// however often something was said about them. Cases are put together by distance and by *pool*: suppliers
/// in three equal parts by how wide their windows are. A shift for each supplier alone was tried and is
/// worse: it follows chance, and the windows become wider for the same share.
public final class Calibration {
    /// Pieces of evidence below which the outer twentieth has never been seen.
    static final int ENOUGH = 20;

    /// Weeks after which a supplier's lateness has mostly forgotten where it was.
    static final int ROW = 4;

    private static final int POOLS = 3;

    /// Upper ends of the distances in weeks that are calibrated together.
    private static final int[] DISTANCES = {4, 8, 16, 32};

    private final Map<Integer, Integer> pools;
    private final Map<Key, Shift> shifts = new HashMap<>();

    private Calibration(Map<Integer, Integer> pools) {
        this.pools = pools;
    }

    /// Corrects nothing.
    public static Calibration none() {
        return fit(List.of());
    }

    public static Calibration fit(List<Said> past) {
        var calibration = new Calibration(pools(past));
        calibration.learn(past, said -> calibration.key(said.supplier(), said.horizon()));
        calibration.learn(past, said -> new Key(Key.ANY, distance(said.horizon())));
        calibration.learn(past, said -> new Key(Key.ANY, Key.ANY));
        return calibration;
    }

    private static Map<Integer, Integer> pools(List<Said> past) {
        Map<Integer, Double> widths = past.stream()
                .collect(Collectors.groupingBy(
                        Said::supplier,
                        TreeMap::new,
                        Collectors.averagingDouble(
                                said -> said.bounds().latest() - said.bounds().earliest())));
        List<Integer> byWidth = widths.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
        var pools = new HashMap<Integer, Integer>();
        for (int place = 0; place < byWidth.size(); place++) {
            pools.put(byWidth.get(place), place * POOLS / byWidth.size());
        }
        return pools;
    }

    private void learn(List<Said> past, Function<Said, Key> alike) {
        past.stream().collect(Collectors.groupingBy(alike)).forEach((key, cases) -> {
            double evidence = evidence(cases);
            if (evidence >= ENOUGH) {
                shifts.put(key, Shift.of(cases, evidence));
            }
        });
    }

    private static double evidence(List<Said> cases) {
        record Week(int supplier, int due) {}
        long weeks = cases.stream()
                .map(said -> new Week(said.supplier(), said.due()))
                .distinct()
                .count();
        return weeks / (double) ROW;
    }

    /// The bounds as they should have been said.
    ///
    /// @param supplier the supplier that binds, or any other number for none
    public Bounds apply(int supplier, int horizon, Bounds said) {
        for (Key key :
                List.of(key(supplier, horizon), new Key(Key.ANY, distance(horizon)), new Key(Key.ANY, Key.ANY))) {
            Shift shift = shifts.get(key);
            if (shift != null) {
                return shift.apply(said);
            }
        }
        return said;
    }

    private Key key(int supplier, int horizon) {
        return new Key(pools.getOrDefault(supplier, Key.ANY), distance(horizon));
    }

    private static int distance(int weeks) {
        int distance = 0;
        while (distance < DISTANCES.length && weeks > DISTANCES[distance]) {
            distance++;
        }
        return distance;
    }

    private record Key(int pool, int distance) {
        static final int ANY = -1;
    }

    /// @param window by how much both ends of the window move outwards
    private record Shift(double window, double half, double likely) {

        static Shift of(List<Said> cases, double evidence) {
            return new Shift(
                    quantile(0.9, cases, evidence, Shift::outside),
                    quantile(
                            0.5,
                            cases,
                            evidence,
                            said -> said.came() - said.bounds().half()),
                    quantile(
                            0.9,
                            cases,
                            evidence,
                            said -> said.came() - said.bounds().likely()));
        }

        private static double outside(Said said) {
            return Math.max(
                    said.bounds().earliest() - said.came(),
                    said.came() - said.bounds().latest());
        }

        private static double quantile(double share, List<Said> cases, double evidence, ToDoubleFunction<Said> miss) {
            double[] missed = cases.stream().mapToDouble(miss).toArray();
            Arrays.sort(missed);
            double further = share + (share - 0.5) / evidence;
            return missed[Math.clamp(Math.round(further * missed.length - 0.5), 0, missed.length - 1)];
        }

        Bounds apply(Bounds said) {
            double middle = (said.earliest() + said.latest()) / 2;
            double from = Math.min(middle, said.earliest() - window);
            double to = Math.max(middle, said.latest() + window);
            double by = said.half() + half;
            return new Bounds(from, by, Math.max(by, said.likely() + likely), to);
        }
    }
}
