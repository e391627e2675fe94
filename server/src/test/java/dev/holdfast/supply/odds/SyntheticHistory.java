package dev.holdfast.supply.odds;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Suppliers with characters of their own, invented from a seed: each is late by a mean and a scale of its
/// own, stays in trouble for some weeks once it is in trouble, and now and then delivers short. Some are new.
///
/// A supplier makes one component, `component == supplier`, and commits [#LEAD] weeks ahead to a hundred
/// units a week.
final class SyntheticHistory {
    static final int SUPPLIERS = 120;
    static final int WEEKS = 560;
    static final int LEAD = 60;
    static final long QUANTITY = 100;

    private static final double PERSISTENCE = 0.7;
    private static final double SHORT = 0.05;

    final List<Commitment> commitments = new ArrayList<>();

    SyntheticHistory(long seed) {
        var random = new Random(seed);
        for (int supplier = 0; supplier < SUPPLIERS; supplier++) {
            int first = supplier % 8 == 7 ? 100 + random.nextInt(60) : 1;
            play(supplier, first, random);
        }
    }

    private void play(int supplier, int first, Random random) {
        double mean = 2 * random.nextDouble() - 1;
        double scale = 0.3 * Math.pow(8, random.nextDouble());
        double trouble = random.nextGaussian();
        for (int due = first; due <= WEEKS; due++) {
            trouble = PERSISTENCE * trouble + Math.sqrt(1 - PERSISTENCE * PERSISTENCE) * random.nextGaussian();
            int late = (int) Math.floor(mean + scale * Math.exp(0.8 * trouble));
            double share = random.nextDouble() < SHORT ? 0.5 + 0.5 * random.nextDouble() : 1;
            commitments.add(new Commitment(
                    supplier, supplier, due - LEAD, due, QUANTITY, due + late, Math.round(QUANTITY * share)));
        }
    }
}
