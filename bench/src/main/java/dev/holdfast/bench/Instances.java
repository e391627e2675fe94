package dev.holdfast.bench;

import dev.holdfast.bench.check.Findings;
import dev.holdfast.bench.load.Outcome;
import dev.holdfast.bench.server.Throwaway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `holdfast bench instances`: what more instances on one database give, to one hot launch and to several.
@Command(
        name = "instances",
        description = {
            "Saturates one, two and four instances on one database with one launch and with four, and says who used"
                    + " the processor, how full it was, and what PostgreSQL takes of one launch with nobody in front.",
            "Each measurement has fresh servers and an empty database; measurements take turns."
        },
        footer = {"", "Ends with 1 when an order was lost, doubled or oversold. Figures need a quiet machine."},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class Instances implements Callable<Integer> {
    private static final int BROKEN = 1;
    private static final int NOT_RUN = 2;
    /// Of a limit round: a few seconds' worth.
    private static final int ALONE = 50_000;

    @Option(
            names = "--instances",
            defaultValue = "1,2,4",
            split = ",",
            paramLabel = "I",
            description = "servers on one database (${DEFAULT-VALUE})")
    private List<Integer> instances = List.of();

    @Option(
            names = "--launches",
            defaultValue = "1,4",
            split = ",",
            paramLabel = "L",
            description = "launches that are ordered from at once (${DEFAULT-VALUE})")
    private List<Integer> launches = List.of();

    @Option(names = "--rounds", defaultValue = "3", description = "of everything, in turns (${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--orders", defaultValue = "100000", description = "in all launches together (${DEFAULT-VALUE})")
    private int orders;

    @Option(
            names = "--warm-up",
            defaultValue = "60000",
            description = "orders before, for each server (${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--connections", defaultValue = "512", description = "in all (${DEFAULT-VALUE})")
    private int connections;

    @Option(names = "--report", paramLabel = "FILE", description = "write everything to this file as JSON")
    private @Nullable Path report;

    private Instances() {}

    /// One measurement. `busy` is the share of this program's cores that server, PostgreSQL and generator kept busy.
    record Cell(
            int round,
            int instances,
            int launches,
            double paidPerSecond,
            Cpu.PerOrder cpuMicrosPerPaidOrder,
            double busy,
            double alonePerSecond,
            long bytesPerOrder,
            long found) {}

    /// All of it, as it is written to a file.
    record Measured(String at, Machine machine, int orders, int warmUp, int connections, List<Cell> cells) {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Instances())
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    command.getErr().println("instances: " + e);
                    return NOT_RUN;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        String at = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        var cells = new ArrayList<Cell>();
        @Nullable Machine machine = null;
        for (int round = 1; round <= rounds; round++) {
            for (int many : instances) {
                for (int hot : launches) {
                    try (Site site = Site.fresh(many)) {
                        Throwaway throwaway = Objects.requireNonNull(site.throwaway());
                        try (Connection connection = throwaway.database().connect()) {
                            machine = Machine.here(connection);
                        }
                        Cell cell = measure(site, throwaway, round, many, hot);
                        cells.add(cell);
                        say(cell);
                    }
                }
            }
        }
        if (report != null && machine != null) {
            var json = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
            Files.writeString(
                    report,
                    json.writeValueAsString(new Measured(at, machine, orders, warmUp, connections, cells)) + "\n");
        }
        return cells.stream().allMatch(cell -> cell.found == 0) ? 0 : BROKEN;
    }

    private Cell measure(Site site, Throwaway throwaway, int round, int many, int hot)
            throws IOException, SQLException, InterruptedException {
        if (warmUp > 0) {
            play(List.of(round(site, "warm", warmUp * many)));
        }
        List<Round> rushes = new ArrayList<>();
        for (int launch = 0; launch < hot; launch++) {
            rushes.add(round(site, "hot-" + launch, orders / hot));
        }
        long bytesBefore = bytes(throwaway);
        Cpu before = Cpu.now(throwaway.servers());
        long began = System.nanoTime();
        play(rushes);
        double seconds = (System.nanoTime() - began) / 1e9;
        Cpu used = Cpu.now(throwaway.servers());
        int paid = rushes.stream().mapToInt(rush -> rush.log().paid()).sum();
        Cpu.PerOrder cpu = used.perOrderSince(before, paid);
        double perOrder = cpu.generator() + cpu.server() + cpu.postgres();
        double busy = perOrder * paid / 1e6 / seconds / Runtime.getRuntime().availableProcessors();
        long found = 0;
        for (Round rush : rushes) {
            found += count(rush.check());
        }
        int placed = rushes.stream().mapToInt(rush -> rush.log().orders()).sum();
        long bytesPerOrder = (bytes(throwaway) - bytesBefore) / Math.max(1, placed);
        double alone = Limit.paidOrdersPerSecond(site.operator(), throwaway.database(), "alone", ALONE);
        return new Cell(round, many, hot, paid / seconds, cpu, busy, alone, bytesPerOrder, found);
    }

    private static long bytes(Throwaway throwaway) throws IOException, SQLException {
        try (Connection connection = throwaway.database().connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_database_size(current_database())")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Round round(Site site, String name, int orders) {
        return new Round(site, name, orders, orders, ThreadLocalRandom.current().nextLong(1_000_000_000));
    }

    /// All at once, each by a thread and connections of its own.
    private void play(List<Round> rushes) throws IOException, InterruptedException {
        try (var crowds = Executors.newFixedThreadPool(rushes.size())) {
            List<Future<Outcome>> played = new ArrayList<>();
            for (Round rush : rushes) {
                played.add(crowds.submit(() -> rush.play(connections / rushes.size(), null, (nanos, log) -> {})));
            }
            for (Future<Outcome> one : played) {
                one.get();
            }
        } catch (ExecutionException failure) {
            throw new IOException(failure.getCause());
        }
    }

    private static long count(Findings findings) {
        return findings.byName().values().stream()
                .mapToLong(finding -> finding.count())
                .sum();
    }

    private static void say(Cell cell) {
        System.out.printf(
                Locale.ROOT,
                "round %d  %d instances  %d launches  %,.0f paid/s  us a paid order: server %.0f, PostgreSQL %.0f,"
                        + " generator %.0f  cores busy %.0f %%  PostgreSQL alone %,.0f/s  %,d bytes an order  found"
                        + " %d%n",
                cell.round,
                cell.instances,
                cell.launches,
                cell.paidPerSecond,
                cell.cpuMicrosPerPaidOrder.server(),
                cell.cpuMicrosPerPaidOrder.postgres(),
                cell.cpuMicrosPerPaidOrder.generator(),
                cell.busy * 100,
                cell.alonePerSecond,
                cell.bytesPerOrder,
                cell.found);
    }
}
