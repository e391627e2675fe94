package dev.holdfast.launch.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// What happens in a simulated launch: moments, each with lots of its own. Whatever is left out, the others draw the
/// same lots as before, so that a history that fails can be made shorter.
final class Script {
    static final int TIME = 0;
    static final int SLIP = 1;
    static final int PLAN = 2;
    static final int FATE = 3;
    private static final int FIRST_ASK = 4;

    private final long seed;
    private final Set<Moment> moments;

    /// @param part which of the things that may happen in a step
    record Moment(int step, int part) {}

    Script(long seed, List<Moment> moments) {
        this.seed = seed;
        this.moments = new HashSet<>(moments);
    }

    /// Everything that may happen in so many steps.
    static List<Moment> whole(int steps) {
        List<Moment> all = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            for (int part = 0; part < FIRST_ASK + Simulation.MAX_BATCH; part++) {
                all.add(new Moment(step, part));
            }
        }
        return all;
    }

    int steps() {
        return moments.stream().mapToInt(Moment::step).max().orElse(-1) + 1;
    }

    /// Whether this happens; if so the lots for it are in `random`.
    boolean happens(int step, int part, Random random) {
        random.setSeed((seed * 1_000_003 + step) * 1_000_033 + part);
        return moments.contains(new Moment(step, part));
    }

    /// The asks of a step: the more there may be, the rarer.
    List<Integer> asks(int step) {
        int most = 1 + new Random(seed * 31 + step).nextInt(Simulation.MAX_BATCH);
        return IntStream.range(FIRST_ASK, FIRST_ASK + most).boxed().toList();
    }
}
