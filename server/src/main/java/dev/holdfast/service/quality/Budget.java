package dev.holdfast.service.quality;

import java.time.Duration;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/// How sure an alarm has to be, so that no more than so many false ones are to be expected in a year.
///
/// A cell is judged by the exact conditional test: given how many faults there are in all, the number in
/// one cell is binomial with the cell's share of the exposure, if its units are as good as the others
/// (Przyborowski and Wilenski, "Homogeneity of results in testing samples from Poisson series", Biometrika
/// 31, 1940). Nobody has to know a rate in advance, and none is estimated.
///
/// What a look may spend is the budget's share of the time since the look before; it is split evenly over
/// the three ways to count, the components of which anything was found, and the cells. A cell's chance of a
/// false alarm at one look is at most its part, and expected numbers add up whether or not cells share
/// units and looks share faults: so a year's false alarms are at most the budget (Bonferroni, over cells
/// and over time). Which components had any fault and how many is what the test is conditional on, so that
/// dividing by them costs nothing of this.
///
/// @param perYear false alarms to be expected at most
public record Budget(double perYear) {
    private static final Duration YEAR = Duration.ofDays(365);

    /// One in a year and launch: a quality engineer looks into each.
    public static final Budget DEFAULT = new Budget(1);

    /// The greatest chance at which a cell still raises an alarm.
    ///
    /// @param cells ways in which units are told apart of this kind
    double allowed(Duration sinceLook, int components, int cells) {
        double spent = perYear * sinceLook.toSeconds() / YEAR.toSeconds();
        return Math.min(1, spent) / By.values().length / Math.max(1, components) / Math.max(1, cells);
    }

    /// Of finding at least as many by chance.
    static double chance(Cell cell, Cell all) {
        if (cell.faults() <= cell.expected(all)) {
            return 1;
        }
        double share = Math.min(1, cell.unitDays() / all.unitDays());
        return BinomialDistribution.of(all.faults(), share).survivalProbability(cell.faults() - 1);
    }
}
