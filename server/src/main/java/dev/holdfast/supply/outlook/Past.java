package dev.holdfast.supply.outlook;

import dev.holdfast.supply.LaunchOdds;
import dev.holdfast.supply.odds.Backtest;
import dev.holdfast.supply.odds.Bounds;
import dev.holdfast.supply.odds.Calibration;
import dev.holdfast.supply.odds.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.jspecify.annotations.Nullable;

/// What would have been told in the past, to learn from and to be judged by.
///
/// @param earlier told in the first half of the weeks looked at
/// @param later told in the second half
record Past(List<Said> earlier, List<Said> later) {
    private static final Backtest LOOK = new Backtest(26, 13, 60);

    /// Every so many weeks somebody asked; what is said a week later is nearly the same again.
    private static final int STEP = 4;

    private static final int TIMES = 26;

    /// @param random splits for every week looked at
    static Past of(SupplierWords words, SplittableGenerator random) {
        List<Said> earlier = new ArrayList<>();
        List<Said> later = new ArrayList<>();
        int last = SupplierWords.NOW - LOOK.ahead() - LOOK.settle();
        for (int time = TIMES - 1; time >= 0; time--) {
            List<Said> said = LOOK.at(
                    last - time * STEP,
                    words.commitments(),
                    words.suppliers().size(),
                    words.components(),
                    random.split());
            (time >= TIMES / 2 ? earlier : later).addAll(said);
        }
        return new Past(earlier, later);
    }

    Calibration calibration() {
        List<Said> all = new ArrayList<>(earlier);
        all.addAll(later);
        return Calibration.fit(all);
    }

    /// Fitted on the first half, counted on the second; null when there is nothing to count.
    LaunchOdds.@Nullable Coverage coverage() {
        if (later.isEmpty()) {
            return null;
        }
        Calibration fitted = Calibration.fit(earlier);
        long inside = 0;
        long weeks = 0;
        for (Said said : later) {
            Bounds bounds = fitted.apply(said.supplier(), said.horizon(), said.bounds());
            inside += bounds.covers(said.came()) ? 1 : 0;
            weeks += bounds.to() - bounds.from() + 1;
        }
        return new LaunchOdds.Coverage(later.size(), (double) inside / later.size(), (double) weeks / later.size());
    }
}
