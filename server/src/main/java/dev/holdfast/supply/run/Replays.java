package dev.holdfast.supply.run;

import dev.holdfast.kernel.Check;
import dev.holdfast.supply.master.AssembledPlant;
import dev.holdfast.supply.master.Counting;
import dev.holdfast.supply.master.Horizon;
import dev.holdfast.supply.master.Plants;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Kept runs, computed again from what was kept of them: the same plan byte for byte.
///
/// The latest few stay in memory, because a planner who looks at a run looks at many of its orders, and because the
/// moment of publication is no time for a computation: the instance that computed a run publishes what it computed,
/// once it has seen that what was kept is the same. Every other instance, and this one after its next start, computes
/// the run again from what was kept.
final class Replays {
    private static final int MAX_OUTCOMES = 20;

    /// Some 40 bytes each, and 30 more for whom the run moves. The latest run is kept however long its line is.
    private static final long MAX_ORDERS = 2_000_000;

    private static final int MAX_PLANTS = 100;

    private final Plants plants;
    private final RunStore runs;
    private final KeptStore kept;
    private final Map<Key, Remembered> outcomes = latest(MAX_OUTCOMES);
    private final Map<Key, AssembledPlant> assembled = latest(MAX_PLANTS);

    Replays(Plants plants, RunStore runs, KeptStore kept) {
        this.plants = plants;
        this.runs = runs;
        this.kept = kept;
    }

    private record Key(int launch, int run) {}

    /// @param movers and `lineHash` of a run that this instance computed itself
    private record Remembered(Outcome outcome, @Nullable Movers movers, String lineHash) {}

    /// All that is needed of a run to publish it.
    record Ready(Outcome outcome, Movers movers) {}

    /// The run's plan and windows, without the bound and without what other rules would do.
    Outcome outcome(int launch, RunStore.Row row) {
        Key key = new Key(launch, row.run().number());
        synchronized (outcomes) {
            Remembered known = outcomes.get(key);
            if (known != null) {
                return known.outcome;
            }
        }
        Outcome outcome = again(launch, row);
        remember(key, new Remembered(outcome, null, ""));
        return outcome;
    }

    /// A run that this instance computed just now.
    ///
    /// @param movers null where another line than the run's will tell whom it moves
    /// @param lineHash of its packed line
    void remember(int launch, int run, Outcome outcome, @Nullable Movers movers, String lineHash) {
        remember(new Key(launch, run), new Remembered(outcome, movers, lineHash));
    }

    private void remember(Key key, Remembered remembered) {
        synchronized (outcomes) {
            outcomes.remove(key);
            makeRoom(remembered.outcome.input().orders());
            outcomes.put(key, remembered);
        }
        synchronized (assembled) {
            assembled.put(key, remembered.outcome.input().plant());
        }
    }

    /// Forgets what will have to go once a run of so many orders is remembered. While it is computed it takes twice
    /// its room, so who begins to compute makes room first.
    void makeRoom(int forOrders) {
        synchronized (outcomes) {
            Iterator<Remembered> eldest = outcomes.values().iterator();
            while (eldest.hasNext() && orders() + forOrders > MAX_ORDERS) {
                eldest.next();
                eldest.remove();
            }
        }
    }

    private long orders() {
        return outcomes.values().stream()
                .mapToLong(known -> known.outcome.input().orders())
                .sum();
    }

    /// A run that this instance computed itself, when what was kept of it is what it computed; else empty.
    Optional<Ready> ready(int launch, RunStore.Row row) {
        int run = row.run().number();
        Remembered known;
        synchronized (outcomes) {
            known = outcomes.get(new Key(launch, run));
        }
        if (known == null || known.movers == null) {
            return Optional.empty();
        }
        boolean isKept =
                kept.lineHash(launch, run).filter(known.lineHash::equals).isPresent()
                        && Hashes.ofResult(known.outcome)
                                .equals(inputs(row.run()).resultHash());
        return isKept ? Optional.of(new Ready(known.outcome, known.movers)) : Optional.empty();
    }

    /// Computes the run anew whatever is in memory, and holds it to what it was.
    Outcome again(int launch, RunStore.Row row) {
        PlanRun run = row.run();
        RunInput input = LinePack.unpack(kept.line(launch, run.number()), plant(launch, row));
        String inputHash = Hashes.ofInput(input, LinePack.plain(input), run.wish(), row.agreeing());
        Check.that(
                inputHash.equals(inputs(run).inputHash()),
                "Run %s of launch %s was computed from other inputs than are kept.",
                run.number(),
                launch);
        Outcome outcome = Outcomes.plain(input, run.wish(), agreed(launch, input, run.wish(), row.agreeing()));
        Check.that(
                Hashes.ofResult(outcome).equals(inputs(run).resultHash()),
                "Run %s of launch %s computed again gives other weeks.",
                run.number(),
                launch);
        return outcome;
    }

    /// The plant as a run knew it.
    AssembledPlant plant(int launch, RunStore.Row row) {
        Key key = new Key(launch, row.run().number());
        synchronized (assembled) {
            AssembledPlant known = assembled.get(key);
            if (known != null) {
                return known;
            }
        }
        PlanRun.Inputs inputs = inputs(row.run());
        Horizon horizon =
                new Horizon(inputs.start(), inputs.weeks(), counting(row.run().wish()));
        AssembledPlant plant = plants.assemble(launch, row.offers(), horizon, inputs.supplyEvent());
        synchronized (assembled) {
            assembled.put(key, plant);
        }
        return plant;
    }

    AssembledPlant plant(int launch, int run) {
        return plant(launch, runs.find(launch, run).orElseThrow());
    }

    /// Where too few runs came before, no improvement is stable yet: nobody is told an earlier week.
    int[] agreed(int launch, RunInput input, PlanWish wish, List<Integer> agreeing) {
        if (agreeing.size() < wish.stableRuns() - 1) {
            return IntStream.range(0, input.orders())
                    .map(order -> Integer.MAX_VALUE)
                    .toArray();
        }
        return Keeping.agreed(
                input, agreeing.stream().map(run -> kept.curves(launch, run)).toList());
    }

    static PlanRun.Inputs inputs(PlanRun run) {
        PlanRun.Inputs inputs = run.inputs();
        if (inputs == null) {
            throw new IllegalStateException("Run " + run.number() + " was not computed.");
        }
        return inputs;
    }

    static Counting counting(PlanWish wish) {
        return wish.forecast() ? Counting.FORECAST : Counting.COMMITTED;
    }

    private static <T> Map<Key, T> latest(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, T> eldest) {
                return size() > most;
            }
        };
    }
}
