package dev.holdfast.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `holdfast rush`: rehearses a launch over real HTTP and says whether every promise held.
@Command(
        name = "rush",
        description = {
            "Rehearses a launch: plays its fans and the payment provider over real HTTP, compares everything that"
                    + " was acknowledged with the book, and prints a verdict.",
            "Without --url it starts a fresh server on a database of its own and removes both afterwards."
        },
        footer = {
            "",
            "Ends with 0 when every count is 0, with 1 when one is not, with 2 when the rehearsal could not be run.",
            "With --url the secrets of that server come from HOLDFAST_JWT_SECRET and"
                    + " HOLDFAST_SANDBOX_WEBHOOK_SECRET."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class Rush implements Callable<Integer> {
    static final int BROKEN = 1;
    static final int NOT_RUN = 2;

    @Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Option(
            names = "--orders",
            defaultValue = "200000",
            paramLabel = "N",
            description = "fans who order (${DEFAULT-VALUE})")
    private int orders;

    @Option(
            names = "--warm-up",
            defaultValue = "20000",
            paramLabel = "N",
            description = "orders before, on another launch; 0 measures cold (${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--members", paramLabel = "M", description = "people who place them (one order each)")
    private @Nullable Integer members;

    @Option(
            names = "--shape",
            defaultValue = "burst",
            description = "how orders arrive when latencies are taken: burst or spread (${DEFAULT-VALUE})")
    private Settings.@Nullable Shape shape;

    @Option(names = "--seed", paramLabel = "S", description = "replays who orders what and does what (random)")
    private @Nullable Long seed;

    @Option(
            names = "--connections",
            defaultValue = "1024",
            paramLabel = "C",
            description = "connections that fans share (${DEFAULT-VALUE})")
    private int connections;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "orders a second when latencies are taken (80 %% of the rate found)")
    private @Nullable Double rate;

    @Option(
            names = "--instances",
            defaultValue = "1",
            paramLabel = "I",
            description = "servers sharing the throw-away database (${DEFAULT-VALUE})")
    private int instances;

    @Option(names = "--campaign", description = "the orders are pledges of a campaign, and banks promise their money")
    private boolean campaign;

    @Option(names = "--url", paramLabel = "U", description = "rehearse against this running server instead")
    private @Nullable URI url;

    @Option(names = "--operator-token", paramLabel = "T", description = "an operator's token for the server at --url")
    private @Nullable String operatorToken;

    @Option(names = "--report", paramLabel = "FILE", description = "write everything found to this file as JSON")
    private @Nullable Path report;

    private Rush() {}

    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    static int execute(String... arguments) {
        return new CommandLine(new Rush())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExitCodeExceptionMapper(e -> NOT_RUN)
                .setParameterExceptionHandler((e, ignored) -> {
                    e.getCommandLine().getErr().println("rush: " + e.getMessage() + ". See: ./holdfast rush --help");
                    return NOT_RUN;
                })
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    command.getErr().println("rush: " + e.getMessage());
                    return NOT_RUN;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        Settings settings = settings();
        var console = new Console(System.out, isTerminal());
        console.say("Rehearsing a launch of %,d orders, seed %d", settings.orders(), settings.seed());
        Report found;
        try (Site site = site(settings)) {
            found = rehearse(site, settings, console);
        }
        Verdict.print(found, console);
        if (report != null) {
            found.write(report);
            console.say("Report written to %s", report);
        }
        return !found.clean() ? BROKEN : found.unexpected().isEmpty() ? 0 : NOT_RUN;
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console())
                .map(java.io.Console::isTerminal)
                .orElse(false);
    }

    private static Report rehearse(Site site, Settings settings, Console console)
            throws IOException, SQLException, InterruptedException {
        // Launches of a server that stays must not meet those of an earlier rehearsal.
        String run = Long.toString(System.currentTimeMillis(), 36);
        try {
            return new Rehearsal(site, settings, run, console).run();
        } catch (IOException | SQLException | RuntimeException e) {
            if (site.throwaway() != null) {
                console.say("The server's last words:%n%s", site.throwaway().lastWords());
            }
            throw e;
        }
    }

    private Site site(Settings settings) throws IOException, InterruptedException {
        if (url == null) {
            return Site.fresh(settings.instances());
        }
        return Site.at(url, required(operatorToken, "--url needs --operator-token"));
    }

    private Settings settings() {
        check(orders >= 1, "--orders must be at least 1");
        check(warmUp >= 0, "--warm-up must not be negative");
        check(connections >= 1, "--connections must be at least 1");
        check(instances >= 1, "--instances must be at least 1");
        int people = members == null ? orders : members;
        check(people >= 1, "--members must be at least 1");
        check(rate == null || rate > 0, "--rate must be above 0");
        return new Settings(
                orders,
                warmUp,
                people,
                required(shape, "--shape must be burst or spread"),
                seed == null ? ThreadLocalRandom.current().nextLong(1_000_000_000) : seed,
                connections,
                instances,
                rate,
                url,
                campaign);
    }

    private void check(boolean holds, String sentence) {
        if (!holds) {
            throw misuse(sentence);
        }
    }

    private <T> T required(@Nullable T value, String sentence) {
        if (value == null) {
            throw misuse(sentence);
        }
        return value;
    }

    private RuntimeException misuse(String sentence) {
        var command = spec;
        return command == null
                ? new IllegalArgumentException(sentence)
                : new ParameterException(command.commandLine(), sentence);
    }
}
