package dev.holdfast.bench.fuzz;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.holdfast.bench.load.Tokens;
import dev.holdfast.bench.server.OperatorApi;
import dev.holdfast.bench.server.Throwaway;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `holdfast fuzz`: asks a server everything that its interface's document knows of, in ways that nobody would.
@Command(
        name = "fuzz",
        description = {
            "Starts a fresh server and sends it requests made from its own OpenAPI document and from the forms of its"
                    + " pages: wrong types, sizes, encodings, paths, methods, headers and framings, with tokens and"
                    + " cookies of every role and ids that exist.",
            "No answer may be a fault of the server's, tell of its inside, or be one that the document does not know;"
                    + " and what the server holds may not grow."
        },
        footer = {"", "Ends with 0 when nothing was found, with 1 when something was, with 2 when it could not be run."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class Fuzz implements Callable<Integer> {
    private static final int FOUND = 1;
    private static final int NOT_RUN = 2;
    private static final int PARTS = 5;
    private static final int MAX_LINES = 200;

    private final PrintStream out;

    @Option(names = "--requests", defaultValue = "20000", paramLabel = "N", description = "to send (${DEFAULT-VALUE})")
    private long requests;

    @Option(names = "--seed", paramLabel = "S", description = "of all requests (random)")
    private @Nullable Long seed;

    @Option(names = "--from", defaultValue = "0", paramLabel = "N", description = "number of the first")
    private long from;

    @Option(names = "--connections", defaultValue = "4", paramLabel = "N", description = "at once (${DEFAULT-VALUE})")
    private int connections;

    private Fuzz(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(execute(System.out, arguments));
    }

    static int execute(PrintStream out, String... arguments) {
        return new CommandLine(new Fuzz(out))
                .setParameterExceptionHandler((e, ignored) -> {
                    e.getCommandLine().getErr().println("fuzz: " + e.getMessage() + ". See: ./holdfast fuzz --help");
                    return NOT_RUN;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (requests < PARTS || connections < 1) {
            say("fuzz: --requests must be at least %d, and --connections 1", PARTS);
            return NOT_RUN;
        }
        long dice = seed == null ? ThreadLocalRandom.current().nextLong(1_000_000_000) : seed;
        say("Sending %,d requests of seed %d over %d connections", requests, dice, connections);
        // A limit would only keep most of them from the door.
        Map<String, String> surroundings = Map.of("HOLDFAST_LIMIT_MEMBER", "off");
        try (Throwaway place = Throwaway.start(Files.createTempDirectory("holdfast-fuzz-"), 1, surroundings)) {
            return besiege(place, dice);
        } catch (IOException | RuntimeException e) {
            say("fuzz: could not be run: %s", String.valueOf(e.getMessage()));
            return NOT_RUN;
        }
    }

    private int besiege(Throwaway place, long dice) throws IOException, InterruptedException {
        Tokens signer = new Tokens(place.secrets().jwt(), Instant.now().plus(Duration.ofDays(1)));
        World world = new World(signer);
        Contract contract;
        Pages pages;
        try (OperatorApi operator = new OperatorApi(place.uri(), signer.sign("operator", "operator"))) {
            world.furnish(operator);
            contract = new Contract(operator.get("/openapi.json"));
            pages = Pages.read(place.uri(), operator);
        }
        Generator generator =
                new Generator(contract, world, pages, place.secrets().webhook(), dice);
        say("Pages: %s", pages.words());
        Siege siege = new Siege(place.servers().getFirst().address(), generator, new Judge(contract), world);
        List<Pressure> pressures = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            long began = System.nanoTime();
            try {
                siege.send(from + requests * part / PARTS, from + requests * (part + 1) / PARTS, connections);
            } catch (IOException gone) {
                int status = verdict(siege, List.of("nothing any more: " + gone.getMessage()), dice);
                say("%s", place.lastWords());
                return status;
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            pressures.add(Pressure.of(place.servers().getFirst().pid()));
            say(
                    "%,d sent, %,.0f a second; %s",
                    requests * (part + 1) / PARTS,
                    (double) requests / PARTS / seconds,
                    pressures.getLast().words());
        }
        List<String> grown = pressures.getLast().grownSince(pressures.getFirst());
        int status = verdict(siege, grown, dice);
        place.faults(MAX_LINES).forEach(line -> say("log: %s", line));
        return status;
    }

    private int verdict(Siege siege, List<String> grown, long dice) {
        say("Answers: %s", siege.statuses());
        say("Answers of pages: %s", siege.pages());
        Set<String> never = new TreeSet<>(siege.asked());
        never.removeAll(siege.served());
        say(
                "%d of %d operations did at least once what they are for",
                siege.served().size(), siege.asked().size());
        never.forEach(operation -> say("    not: %s", operation));
        for (Siege.Found found : siege.faults()) {
            say("FOUND %s (request %,d of seed %d)", found.fault().key(), found.number(), dice);
            say("    asked (the smallest that was found):%n%s", Print.of(found.least()));
            say("    answered: %s", Print.of(found.answer().brief()));
        }
        grown.forEach(line -> say("GROWN %s", line));
        boolean clean = siege.faults().isEmpty() && grown.isEmpty();
        say("VERDICT: %s", clean ? "nothing was found." : "see above.");
        return clean ? 0 : FOUND;
    }

    @FormatMethod
    private void say(@FormatString String text, Object... values) {
        out.println(String.format(Locale.ROOT, text, values));
    }
}
