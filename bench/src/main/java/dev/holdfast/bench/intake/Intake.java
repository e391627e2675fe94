package dev.holdfast.bench.intake;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.holdfast.bench.Machine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `holdfast bench intake`: gives the same job to Holdfast and to its peers, in turns, and writes down what each did.
@Command(
        name = "intake",
        description = {
            "Measures who takes orders for scarce units how fast, and who oversells: Holdfast, PostgreSQL alone in four"
                    + " ways, a plain Spring Boot and JPA shop, Redis, and Vendure.",
            "All are started fresh and take turns; a peer whose programs this machine lacks is left out and said so."
        },
        footer = {
            "",
            "Raw figures, table and picture go to bench/results/DATE; --page also puts the table into a page.",
            "Ends with 0, or with 2 when it could not be run. Figures need a machine that does nothing else."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class Intake implements Callable<Integer> {
    private static final int NOT_RUN = 2;
    private static final int BUYERS = 60;
    private static final int UNITS = 10;
    private static final int WARM_UP_CLIENTS = 64;
    /// Nobody here takes more a second, so that units never run out in the middle of a measurement.
    private static final int MAX_PER_SECOND = 40_000;

    @Option(
            names = "--clients",
            defaultValue = "1,16,64,256",
            split = ",",
            paramLabel = "N",
            description = "how many order at a time (${DEFAULT-VALUE})")
    private List<Integer> clients = List.of();

    @Option(names = "--runs", defaultValue = "3", description = "of everything, in turns (${DEFAULT-VALUE})")
    private int runs;

    @Option(
            names = "--seconds",
            defaultValue = "5",
            description = "of each measurement, after a second that does not count (${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "20",
            description = "seconds for each peer before the first measurement (${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
            names = "--duels",
            defaultValue = "100",
            description = "rounds of 60 buyers for 10 units, for each peer (${DEFAULT-VALUE})")
    private int duels;

    @Option(names = "--only", split = ",", paramLabel = "NAME", description = "peers whose name has this in it (all)")
    private List<String> only = List.of();

    @Option(names = "--home", hidden = true, defaultValue = ".", description = "the repository")
    private Path home = Path.of(".");

    @Option(names = "--page", paramLabel = "FILE", description = "put table and picture into this page")
    private @Nullable Path page;

    private Intake() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Intake())
                .setParameterExceptionHandler((e, ignored) -> {
                    e.getCommandLine()
                            .getErr()
                            .println("intake: " + e.getMessage() + ". See: ./holdfast bench intake --help");
                    return NOT_RUN;
                })
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    command.getErr().println("intake: " + e);
                    return NOT_RUN;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        if (load > 1) {
            say("NOTE: the machine is busy (load %.1f): these figures say little", load);
        }
        try (var peers = Peers.start(only, home, line -> say("%s", line))) {
            Machine machine;
            try (Connection connection = peers.postgres().database().connect()) {
                machine = Machine.here(connection);
            }
            var rates = new ArrayList<Measured.Rate>();
            var found = new ArrayList<Measured.Duels>();
            measure(peers, at, rates, found);
            var measured = new Measured(
                    at.toString(),
                    new Measured.Setting(clients, seconds, warmUp, runs, duels),
                    machine,
                    load,
                    peers.all().stream()
                            .map(peer -> new Measured.Person(peer.name(), peer.does()))
                            .toList(),
                    peers.missing(),
                    rates,
                    found);
            write(measured, at);
        }
        return 0;
    }

    private void measure(Peers peers, Instant at, List<Measured.Rate> rates, List<Measured.Duels> found)
            throws IOException, SQLException, InterruptedException {
        String run = Long.toString(at.getEpochSecond(), 36);
        List<Trial> trials =
                peers.all().stream().map(peer -> new Trial(peer, run)).toList();
        if (warmUp > 0) {
            for (Trial trial : trials) {
                trial.rate(0, WARM_UP_CLIENTS, 0, warmUp, warmUp * MAX_PER_SECOND);
            }
        }
        for (int number = 1; number <= runs; number++) {
            for (int crowd : clients) {
                for (Trial trial : trials) {
                    rates.add(told(trial.rate(number, crowd, 1, seconds, (seconds + 1) * MAX_PER_SECOND)));
                }
            }
        }
        if (duels > 0) {
            for (Trial trial : trials) {
                found.add(told(trial.duels(duels, BUYERS, UNITS)));
            }
        }
    }

    private static Measured.Rate told(Measured.Rate rate) {
        say(
                "run %d, %d clients, %s: %,.0f orders a second, p50 %.1f ms, p99 %.1f ms, %.0f us an order%s%s",
                rate.run(),
                rate.clients(),
                rate.peer(),
                rate.perSecond(),
                rate.latencyMs().p50(),
                rate.latencyMs().p99(),
                rate.cpuMicros(),
                rate.failed() > 0 ? ", " + rate.failed() + " failed" : "",
                rate.soldOff() != 0 ? ", " + rate.soldOff() + " more in its book than acknowledged" : "");
        return rate;
    }

    private static Measured.Duels told(Measured.Duels duels) {
        say(
                "duels, %s: %d of %d oversold, %d undersold, at most %d of %d units sold, %d buyers failed",
                duels.peer(),
                duels.oversold(),
                duels.rounds(),
                duels.undersold(),
                duels.mostSold(),
                duels.units(),
                duels.failed());
        return duels;
    }

    private void write(Measured measured, Instant at) throws IOException {
        String date = at.atZone(ZoneOffset.UTC).toLocalDate().toString();
        String name =
                "intake-" + at.atZone(ZoneOffset.UTC).toLocalTime().toString().replace(":", "");
        Path folder = home.resolve("bench/results").resolve(date);
        Files.createDirectories(folder);
        var mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(folder.resolve(name + ".json"), mapper.writeValueAsString(measured) + "\n");
        Files.writeString(folder.resolve(name + ".svg"), Picture.of(measured));
        String table = Table.of(measured);
        say("");
        say("%s", table);
        say("Raw figures and picture: %s", folder.resolve(name + ".json"));
        if (page != null) {
            Page.put(page, date + "/" + name, measured, table);
            say("Put into %s", page);
        }
    }

    @FormatMethod
    private static void say(@FormatString String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
