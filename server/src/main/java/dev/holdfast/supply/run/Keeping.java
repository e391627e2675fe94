package dev.holdfast.supply.run;

import dev.holdfast.supply.master.AssembledPlant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What of an outcome is kept, a curve for each configuration; and what those of earlier runs say of a line.
final class Keeping {
    private Keeping() {}

    /// Cumulative builds, a step for every week that adds to them; units that are there are in a step of the week
    /// before
    /// the first.
    static List<KeptStore.Step> curves(Outcome outcome) {
        AssembledPlant plant = outcome.input().plant();
        List<KeptStore.Step> steps = new ArrayList<>();
        int stride = plant.plant().weeks() + 2;
        for (int configuration = 0; configuration < plant.configurations().size(); configuration++) {
            long sum = outcome.input().there().units()[configuration];
            if (sum > 0) {
                steps.add(new KeptStore.Step(plant.configurations().get(configuration), monday(plant, 0), sum));
            }
            for (int week = 1; week <= plant.plant().weeks(); week++) {
                long units = outcome.built()[configuration * stride + week];
                sum += units;
                if (units > 0) {
                    steps.add(new KeptStore.Step(plant.configurations().get(configuration), monday(plant, week), sum));
                }
            }
        }
        return steps;
    }

    /// For each order the latest week in which earlier runs had built as many of its configuration as stand up to it.
    ///
    /// @param runs the curves of each; none: nobody is asked
    static int[] agreed(RunInput input, List<Map<String, List<KeptStore.Step>>> runs) {
        if (runs.isEmpty()) {
            return new int[0];
        }
        var agreed = new int[input.orders()];
        for (Map<String, List<KeptStore.Step>> curves : runs) {
            var at = new int[input.plant().configurations().size()];
            long[] rank = IntStream.of(input.there().units()).asLongStream().toArray();
            for (int order = 0; order < agreed.length; order++) {
                int configuration = input.line().configuration()[order];
                List<KeptStore.Step> curve =
                        curves.getOrDefault(input.plant().configurations().get(configuration), List.of());
                rank[configuration]++;
                while (at[configuration] < curve.size()
                        && curve.get(at[configuration]).builds() < rank[configuration]) {
                    at[configuration]++;
                }
                int week = at[configuration] < curve.size()
                        ? input.plant().buildWeek(curve.get(at[configuration]).week())
                        : input.plant().plant().beyond();
                agreed[order] = Math.max(agreed[order], week);
            }
        }
        return agreed;
    }

    private static LocalDate monday(AssembledPlant plant, int week) {
        return plant.horizon().start().plusWeeks(week - 1L);
    }
}
