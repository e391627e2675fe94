package dev.holdfast.supply.odds;

import dev.holdfast.kernel.Background;
import dev.holdfast.supply.plan.Band;
import dev.holdfast.supply.plan.Blocks;
import dev.holdfast.supply.plan.Line;
import dev.holdfast.supply.plan.Plant;
import dev.holdfast.supply.plan.Receipts;
import dev.holdfast.supply.plan.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.stream.IntStream;

/// Makes the plan again under every draw of what comes when.
///
/// Every scenario has a generator of its own, split off before any of them runs, so the result does not
/// depend on how many workers share them or who is first.
///
/// @param count how many; of 100 drawn a P90 is uncertain by about three either way, of 400 by six
/// @param block orders that stand as one, see [Blocks]
/// @param workers threads; intake runs on the same machine, so never all of it
public record Scenarios(int count, int block, int workers) {
    private static final int COUNT = 100;

    /// Of a line this short, as many more as one can have in the same time.
    private static final int MORE = 400;

    private static final int SHORTEST = 5_000;

    /// Stay-put costs five times what line does, and on a longer line moves no P90 by a hundredth of a week, where
    /// nobody has a band: with some it is weeks.
    private static final int SHORT = 20_000;

    /// Fewer blocks than this would make single orders visible, and there is no time to win.
    private static final int FINE_ENOUGH = 100_000;

    private static final int LARGEST_BLOCK = 10;

    /// A hundred scenarios, more of a short line; blocks of up to ten once it is long.
    public static Scenarios of(int orders) {
        int processors = Runtime.getRuntime().availableProcessors();
        return new Scenarios(
                orders <= SHORTEST ? MORE : COUNT,
                Math.clamp(orders / FINE_ENOUGH, 1, LARGEST_BLOCK),
                Math.clamp(processors / 2, 1, 2));
    }

    /// The rule that a line is drawn by: its own, or on a long one `line`, which knows no bands.
    public static Rule rule(Line line, Rule own) {
        return line.orders() <= SHORT || hasBands(line) ? own : Rule.LINE;
    }

    /// Who waits chooses last of all whatever the planner says.
    private static boolean hasBands(Line line) {
        return IntStream.range(0, line.orders())
                .anyMatch(order -> line.isPromised(order) && line.band()[order] != Band.KEEP);
    }

    /// @param certain the plant with what is there or sure to come, without anything that is awaited
    /// @param awaited due weeks counted as the plan's build weeks are
    public Spread draw(Plant certain, Line line, Rule rule, Awaited awaited, SplittableGenerator random) {
        return draw(certain, line, rule, awaited, random, () -> {});
    }

    /// @param before each scenario; may wait, to let others go first
    public Spread draw(
            Plant certain, Line line, Rule rule, Awaited awaited, SplittableGenerator random, Runnable before) {
        Blocks blocks = Blocks.of(certain, line, block);
        Receipts there = blocks.plant().receipts();
        var scenarios = random.splits(count).toList();
        var perWeek = new long[count][];
        Receipts first = drawn(there, awaited, scenarios.getFirst());
        perWeek[0] = blocks.perWeek(rule.plan(blocks.plant().withReceipts(first), blocks.line()));
        runAll(scenario -> {
            before.run();
            Receipts receipts = drawn(there, awaited, scenarios.get(scenario));
            // Suppliers without a past deliver as committed, in every draw: one plan tells them all.
            perWeek[scenario] = receipts.areThoseOf(first)
                    ? perWeek[0].clone()
                    : blocks.perWeek(rule.plan(blocks.plant().withReceipts(receipts), blocks.line()));
        });
        return new Spread(certain.configurations(), certain.weeks(), perWeek);
    }

    private static Receipts drawn(Receipts there, Awaited awaited, SplittableGenerator random) {
        Receipts receipts = there.copy();
        awaited.draw(random, (commitment, week, units) -> receipts.add(commitment.component(), week, units));
        return receipts;
    }

    private void runAll(Run run) {
        try (var pool = Executors.newFixedThreadPool(workers, Background.threads("odds-"))) {
            List<Future<?>> all = new ArrayList<>();
            for (int scenario = 1; scenario < count; scenario++) {
                int number = scenario;
                all.add(pool.submit(() -> run.of(number)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A scenario could not be planned: " + failed.getCause(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while scenarios were planned.", stopped);
        }
    }

    private interface Run {
        void of(int scenario);
    }
}
