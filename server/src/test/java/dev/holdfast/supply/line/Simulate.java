package dev.holdfast.supply.line;

import dev.holdfast.launch.Engine;
import dev.holdfast.launch.SimulatedLaunch;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `holdfast simulate`: plays launches by the hundred, each in one thread and from its seed.
@Command(
        name = "simulate",
        description = {
            "Plays whole launches on virtual time, with the real rules and a simulated store, clock, network and luck:"
                    + " arrivals, retries, payments that are late, lost, doubled and out of order, plans that slip,"
                    + " questions and their answers, cancellations, servers that die. Every second one is supplied"
                    + " by the engine of plans. Every rule is counted anew after every step."
        },
        footer = {"", "Ends with 0 when every rule held, with 1 when one did not: its seed and the shortest history."},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class Simulate implements Callable<Integer> {
    private final PrintStream out;

    @Option(names = "--launches", defaultValue = "500", paramLabel = "N", description = "to play (${DEFAULT-VALUE})")
    private int launches;

    @Option(names = "--seed", paramLabel = "S", description = "of the first; the next has the next (random)")
    private @Nullable Long seed;

    @Option(names = "--steps", defaultValue = "100", paramLabel = "N", description = "of each (${DEFAULT-VALUE})")
    private int steps;

    @Option(names = "--threads", defaultValue = "2", paramLabel = "N", description = "at once (${DEFAULT-VALUE})")
    private int threads;

    private Simulate(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Simulate(System.out)).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        long first = seed == null ? ThreadLocalRandom.current().nextLong(1_000_000_000) : seed;
        long began = System.nanoTime();
        List<Future<@Nullable String>> played = new ArrayList<>();
        int broken = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (long one = first; one < first + launches; one++) {
                long its = one;
                played.add(pool.submit(() -> words(its)));
            }
            for (Future<@Nullable String> one : played) {
                String words = one.get();
                if (words != null) {
                    broken++;
                    out.println(words);
                }
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        out.println(String.format(
                Locale.ROOT,
                "%,d launches of %d steps, seeds %d to %d, in %.0f s: %,.0f an hour on %d threads; %d broke a rule",
                launches,
                steps,
                first,
                first + launches - 1,
                seconds,
                launches / seconds * 3_600,
                threads,
                broken));
        return broken == 0 ? 0 : 1;
    }

    private @Nullable String words(long its) {
        return SimulatedLaunch.broken(its, its % 2 == 0 ? new Bills() : Engine.CURVES, steps);
    }
}
