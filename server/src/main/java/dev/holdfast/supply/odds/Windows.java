package dev.holdfast.supply.odds;

import dev.holdfast.supply.plan.Builds;
import dev.holdfast.supply.plan.Line;
import dev.holdfast.supply.plan.Plan;
import dev.holdfast.supply.plan.Plant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The windows with odds beside the plain weeks of a plan: one for each configuration and build week it uses.
///
/// Those whom the plan builds in one week stand side by side in the curve, so the odds of the one in their
/// middle are told to all of them. Odds never fall along a configuration: who is built later by the plan is
/// not told an earlier date because another supplier's history corrects theirs.
public final class Windows {
    private final Plant plant;
    private final Calibration calibration;
    private final int[] supplier;

    /// @param supplier whose deliveries each component rests on, or any negative number for nobody's
    public Windows(Plant plant, Calibration calibration, int[] supplier) {
        this.plant = plant;
        this.calibration = calibration;
        this.supplier = supplier;
    }

    /// @param spread of the same line under the same rule
    public List<Window> of(Line line, Plan plan, Spread spread) {
        int stride = plant.weeks() + 2;
        long[] built = Builds.perWeek(plant, line, plan);
        int[] binding = bindings(line, plan);
        List<Window> windows = new ArrayList<>();
        for (int configuration = 0; configuration < plant.configurations(); configuration++) {
            long before = 0;
            var last = new Bounds(0, 0, 0, 0);
            for (int week = 1; week <= plant.weeks(); week++) {
                int at = configuration * stride + week;
                if (built[at] > 0) {
                    Bounds raw = spread.bounds(configuration, before + built[at] / 2.0);
                    last = calibration.apply(supplier(binding[at]), week, raw).notBefore(last);
                    windows.add(new Window(configuration, week, built[at], last));
                    before += built[at];
                }
            }
        }
        return windows;
    }

    /// What holds the last order of each configuration and week.
    private int[] bindings(Line line, Plan plan) {
        int stride = plant.weeks() + 2;
        var binding = new int[plant.configurations() * stride];
        Arrays.fill(binding, Plan.NOTHING);
        for (int order = 0; order < line.orders(); order++) {
            if (plan.binding()[order] != Plan.NOTHING) {
                binding[line.configuration()[order] * stride + plan.week()[order]] = plan.binding()[order];
            }
        }
        return binding;
    }

    private int supplier(int binding) {
        return binding >= 0 && binding < supplier.length ? supplier[binding] : -1;
    }

    /// @param week the plain build week
    /// @param orders how many the plan builds in it
    public record Window(int configuration, int week, long orders, Bounds bounds) {}
}
