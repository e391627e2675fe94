package dev.holdfast.supply.metrics;

import static dev.holdfast.supply.metrics.Weeks.NONE;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Whether those who came first were served first, and how evenly a delay was shared.
///
/// Orders come in line order. Justified envy needs to know what everybody could have been built from, so it
/// is counted where plans are made (`Figures.envy`) and not here.
public final class Fairness {
    private Fairness() {}

    /// Overtakes: pairs of one class in which the one behind was served first.
    ///
    /// @param group the class of each order, from 0 on
    public static long overtakes(int[] group, int[] delivered) {
        return Pairs.of(group, delivered).discordant();
    }

    /// Kendall's tau-b between place in line and delivery, over the pairs within a group (a region): 1 when
    /// all were served in line order, -1 in reverse.
    ///
    ///     (concordant - discordant) / sqrt(pairs * (pairs - pairs served in the same week))
    public static double kendallTau(int[] group, int[] delivered) {
        Pairs pairs = Pairs.of(group, delivered);
        return (double) (pairs.concordant() - pairs.discordant())
                / (Math.sqrt((double) pairs.all()) * Math.sqrt((double) pairs.all() - pairs.tied()));
    }

    /// Gini of the weeks people slipped: 0 when all slip alike, near 1 when few bear everything.
    ///
    ///     2 sum i s_i / (n sum s) - (n + 1) / n,  s rising, i from 1
    public static double gini(int[] slip) {
        var rising = slip.clone();
        Arrays.sort(rising);
        double weighted = 0;
        double sum = 0;
        for (int i = 0; i < rising.length; i++) {
            weighted += (i + 1.0) * rising[i];
            sum += rising[i];
        }
        double orders = rising.length;
        return 2 * weighted / (orders * sum) - (orders + 1) / orders;
    }

    /// Jain's index of the weeks people slipped: `(sum s)^2 / (n sum s^2)`, 1 when all slip alike, 1/n when
    /// one bears all.
    public static double jain(int[] slip) {
        double sum = 0;
        double squares = 0;
        for (int weeks : slip) {
            sum += weeks;
            squares += (double) weeks * weeks;
        }
        return sum * sum / (slip.length * squares);
    }

    public static int maxSlip(int[] slip) {
        return Arrays.stream(slip).max().orElse(0);
    }

    /// How many weeks later each order is served, or promised, than it was first promised; early is no slip.
    public static int[] slips(int[] first, int[] now) {
        Weeks.sameLength(first.length, now.length);
        var slips = new int[first.length];
        int count = 0;
        for (int order = 0; order < first.length; order++) {
            if (Weeks.both(first[order], now[order])) {
                slips[count++] = Math.max(0, now[order] - first[order]);
            }
        }
        return Arrays.copyOf(slips, count);
    }

    /// Price of fairness: `(fair - optimum) / optimum` of the order-weeks of lateness. A lower bound for the
    /// optimum makes it a price that is never understated.
    public static double priceOfFairness(double fair, double optimum) {
        return (fair - optimum) / optimum;
    }

    /// How many pairs of a group there are, and how they were served.
    private record Pairs(long all, long tied, long discordant) {

        /// One count of orders for each group and week, kept as a Fenwick tree for each group: a million
        /// orders are a million times the logarithm of the weeks.
        static Pairs of(int[] group, int[] delivered) {
            Weeks.sameLength(group.length, delivered.length);
            int first =
                    Arrays.stream(delivered).filter(week -> week != NONE).min().orElse(0);
            int last = Arrays.stream(delivered).max().orElse(0);
            int groups = Arrays.stream(group).max().orElse(-1) + 1;
            var ahead = new @Nullable Tally[groups];
            long all = 0;
            long tied = 0;
            long discordant = 0;
            for (int order = 0; order < group.length; order++) {
                if (delivered[order] != NONE) {
                    Tally tally = ahead[group[order]];
                    if (tally == null) {
                        tally = new Tally(last - first + 1);
                        ahead[group[order]] = tally;
                    }
                    int week = delivered[order] - first;
                    long upTo = tally.upTo(week);
                    all += tally.count();
                    tied += upTo - tally.upTo(week - 1);
                    discordant += tally.count() - upTo;
                    tally.add(week);
                }
            }
            return new Pairs(all, tied, discordant);
        }

        long concordant() {
            return all - tied - discordant;
        }
    }
}
