package dev.holdfast.bench.crash;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.holdfast.bench.check.Finding;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `holdfast crash`: breaks a launch over and over, and says whether every promise held.
@Command(
        name = "crash",
        description = {
            "Plays small launches against fresh servers, breaks something at a seeded moment of each (a process killed,"
                    + " an answer lost, late or cut off, a full disk, a clock that jumps), mends it, and holds the book"
                    + " against everything that fans were told.",
            "Following seeds go through all disasters in turns; the seed that a round prints replays it:"
                    + " ./holdfast crash --rounds 1 --seed S"
        },
        footer = {
            "",
            "Ends with 0 when every count of every round is 0, with 1 when one is not, with 2 when a round could not be"
                    + " played."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class Crash implements Callable<Integer> {
    private static final int BROKEN = 1;
    private static final int NOT_PLAYED = 2;

    private final PrintStream out;

    @Option(
            names = "--rounds",
            defaultValue = "9",
            paramLabel = "N",
            description = "launches to break (${DEFAULT-VALUE}: one of each kind)")
    private int rounds;

    @Option(names = "--seed", paramLabel = "S", description = "of the first round; the next has the next (random)")
    private @Nullable Long seed;

    @Option(
            names = "--orders",
            defaultValue = "1500",
            paramLabel = "N",
            description = "fans in each launch (${DEFAULT-VALUE})")
    private int orders;

    private Crash(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(execute(System.out, arguments));
    }

    static int execute(PrintStream out, String... arguments) {
        return new CommandLine(new Crash(out))
                .setParameterExceptionHandler((e, ignored) -> {
                    e.getCommandLine().getErr().println("crash: " + e.getMessage() + ". See: ./holdfast crash --help");
                    return NOT_PLAYED;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (rounds < 1 || orders < 1) {
            say("crash: --rounds and --orders must be at least 1");
            return NOT_PLAYED;
        }
        long first = seed == null ? ThreadLocalRandom.current().nextLong(1_000_000_000) : seed;
        say("Breaking %,d launches of %,d orders, seeds %d to %d", rounds, orders, first, first + rounds - 1);
        List<CrashRound.Result> results = new ArrayList<>();
        int unplayed = 0;
        for (int round = 0; round < rounds; round++) {
            Plan plan = Plan.of(first + round);
            try {
                var result = new CrashRound(plan, orders).play();
                results.add(result);
                tell(round, result);
            } catch (IOException | SQLException | RuntimeException e) {
                unplayed++;
                say("round %d could not be played: %s", round + 1, String.valueOf(e.getMessage()));
            }
        }
        sum(results);
        long broken = results.stream().filter(result -> !result.isClean()).count();
        if (broken > 0) {
            say("VERDICT: broken. Each line above that is not clean names the seed that replays it.");
        } else {
            say("VERDICT: nothing acknowledged was lost, doubled or changed in %,d rounds.", results.size());
        }
        return broken > 0 ? BROKEN : unplayed > 0 ? NOT_PLAYED : 0;
    }

    private void tell(int round, CrashRound.Result result) {
        String means = result.means().isEmpty() ? "" : " (" + result.means() + ")";
        say(
                "round %d, seed %d: %s%s: %,d ordered, %,d paid, %,d sold out, %,d sent again, %s, %.0f s",
                round + 1,
                result.plan().seed(),
                result.plan().words(),
                means,
                result.orders(),
                result.paid(),
                result.refused(),
                result.sentAgain(),
                result.isClean() ? "clean" : "BROKEN",
                result.seconds());
        result.findings().forEach(this::tell);
    }

    private void tell(String name, Finding finding) {
        if (finding.count() > 0) {
            say("    %s %,d", name, finding.count());
            finding.examples().forEach(example -> say("        %s", example));
        }
    }

    private void sum(List<CrashRound.Result> results) {
        Map<Disaster, List<CrashRound.Result>> byDisaster = new TreeMap<>();
        results.forEach(result -> byDisaster
                .computeIfAbsent(result.plan().disaster(), disaster -> new ArrayList<>())
                .add(result));
        say("");
        say("%-42s %7s %11s %7s", "what broke", "rounds", "sent again", "broken");
        byDisaster.forEach((disaster, rows) -> say(
                "%-42s %,7d %,11d %,7d",
                disaster.words(),
                rows.size(),
                rows.stream().mapToLong(CrashRound.Result::sentAgain).sum(),
                rows.stream().filter(row -> !row.isClean()).count()));
    }

    @FormatMethod
    private void say(@FormatString String text, Object... values) {
        out.println(String.format(Locale.ROOT, text, values));
    }
}
