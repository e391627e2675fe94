package dev.holdfast.supply.plan;

/// The curves of a plan: how many units of each configuration are built in each week.
public final class Builds {
    private Builds() {}

    /// Units per configuration and week, `weeks + 2` entries a configuration; entry `weeks + 1` is beyond.
    public static long[] perWeek(Plant plant, Line line, Plan plan) {
        int stride = plant.weeks + 2;
        var built = new long[plant.configurations * stride];
        for (int order = 0; order < line.orders(); order++) {
            built[line.configuration()[order] * stride + plan.week()[order]]++;
        }
        return built;
    }
}
