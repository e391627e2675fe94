package dev.holdfast.bench.crash;

import dev.holdfast.bench.Site;
import dev.holdfast.bench.server.EmbeddedDatabase;
import dev.holdfast.bench.server.Throwaway;
import dev.holdfast.run.Postgres;
import dev.holdfast.run.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/// The processes one round is played on, laid out so that its disaster can strike them.
///
/// Everything lies in one folder, and a small disk under it where the round fills one.
final class Ground implements AutoCloseable {
    private final Path folder;
    private final Plan plan;
    private final Thread onInterrupt = new Thread(this::remove, "crash-ground");
    private boolean removed;
    private @Nullable Postgres database;
    private @Nullable Proxy proxy;
    private @Nullable FullDisk disk;
    private @Nullable Throwaway servers;

    private Ground(Path folder, Plan plan) {
        this.folder = folder;
        this.plan = plan;
    }

    static Ground lay(Plan plan) throws IOException, InterruptedException {
        var ground = new Ground(Files.createTempDirectory("holdfast-crash-"), plan);
        Runtime.getRuntime().addShutdownHook(ground.onInterrupt);
        try {
            ground.build();
            return ground;
        } catch (IOException | InterruptedException | RuntimeException e) {
            ground.close();
            throw e;
        }
    }

    private void build() throws IOException, InterruptedException {
        Disaster disaster = plan.disaster();
        Path mount = Files.createDirectory(folder.resolve("disk"));
        Path home = mount.resolve("home");
        if (disaster == Disaster.DISK_FULL) {
            disk = FullDisk.under(mount, new EmbeddedDatabase(Throwaway.dataFolder(home, 0)));
        }
        Files.createDirectory(home);
        Map<String, String> surroundings = new HashMap<>();
        if (disaster.needsDatabaseOutside()) {
            surroundings.putAll(databaseBehindProxy(Throwaway.dataFolder(home, 0)));
        }
        if (disaster == Disaster.CLOCK_JUMPED) {
            surroundings.put(MovedServer.FILE, clock().toString());
            servers = Throwaway.start(home, 1, MovedServer.class.getName(), surroundings);
        } else {
            servers = Throwaway.start(home, disaster.instances(), surroundings);
        }
    }

    private Map<String, String> databaseBehindProxy(Path data) throws IOException {
        Postgres started = Postgres.start(data, Progress.SILENT);
        started.keepAlive(Progress.SILENT);
        database = started;
        var embedded = new EmbeddedDatabase(data);
        var between = new Proxy(embedded.port());
        proxy = between;
        return Map.of(
                // The proxy reads the talk, so it must not be encrypted.
                "HOLDFAST_DB_URL",
                "jdbc:postgresql://127.0.0.1:" + between.port() + "/holdfast?sslmode=disable&gssEncMode=disable",
                "HOLDFAST_DB_USER",
                embedded.user(),
                "HOLDFAST_DB_PASSWORD",
                embedded.password());
    }

    Throwaway servers() {
        return there(servers);
    }

    Site site() {
        return Site.of(servers());
    }

    /// Breaks what the plan says and mends it again. Returns when everything runs once more.
    void strike() throws IOException, InterruptedException {
        switch (plan.disaster()) {
            case SERVER_KILLED -> servers().killAndRestart(0);
            case ONE_OF_TWO_KILLED -> servers().killAndRestart(plan.victim());
            case DATABASE_KILLED -> servers().database().kill();
            case BOTH_KILLED -> {
                servers().servers().getFirst().kill();
                servers().database().kill();
                servers().restart(0);
            }
            case ANSWER_DROPPED -> there(proxy).loseAnswersToCommit(plan.strength());
            case ANSWERS_DELAYED -> {
                there(proxy).delay(plan.strength());
                Thread.sleep(plan.lastsMs());
                there(proxy).delay(0);
            }
            case CONNECTIONS_CUT -> {
                there(proxy).cut();
                Thread.sleep(plan.lastsMs());
                there(proxy).mend();
            }
            case DISK_FULL -> {
                there(disk).fill();
                Thread.sleep(plan.lastsMs());
                there(disk).empty();
            }
            case CLOCK_JUMPED -> MovedClock.move(clock(), plan.strength());
        }
    }

    /// What a reader of the report should know of how it was done; empty when the disaster's own words say it.
    String means() {
        return switch (plan.disaster()) {
            case DISK_FULL -> there(disk).words();
            case ANSWER_DROPPED -> there(proxy).lost() + " lost";
            case CLOCK_JUMPED -> "Holdfast's own clock; PostgreSQL's stays";
            case SERVER_KILLED, DATABASE_KILLED, BOTH_KILLED, ANSWERS_DELAYED, CONNECTIONS_CUT, ONE_OF_TWO_KILLED -> "";
        };
    }

    private Path clock() {
        return folder.resolve("clock");
    }

    private static <T> T there(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("this round was laid out without what its disaster needs");
        }
        return part;
    }

    @Override
    public void close() {
        remove();
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException e) {
            // The virtual machine is going down already, and the hook with it.
        }
    }

    /// In the order in which each part may still need the next.
    private synchronized void remove() {
        if (removed) {
            return;
        }
        removed = true;
        try {
            if (servers != null) {
                servers.stopServers();
            }
            if (proxy != null) {
                proxy.close();
            }
            if (database != null) {
                database.close();
            }
            if (servers != null) {
                servers.close();
            }
            if (disk != null) {
                disk.remove();
            }
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            System.err.println(
                    "crash: " + folder + " could not be removed (" + e.getMessage() + "). Delete it by hand.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
