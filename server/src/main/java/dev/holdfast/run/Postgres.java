package dev.holdfast.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// The embedded PostgreSQL: real binaries, real durability, on a folder of its own.
///
/// Made for people who want one command and no database to administer, and for tests and load runs that must meet the
/// same database as production. Whoever starts it holds the lock of the folder (`DataFolder`). It never deletes data.
public final class Postgres implements AutoCloseable {
    /// Sized for two cores and a server of 1 GiB beside it. Checkpoints are rare, because every checkpoint makes the
    /// next write of each page a full page; compiling queries costs more than these short ones take.
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "shared_buffers=256MB",
            "max_wal_size=4GB",
            "min_wal_size=512MB",
            "checkpoint_timeout=15min",
            "jit=off",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "password_encryption=scram-sha-256",
            "log_checkpoints=off",
            "max_connections=100");

    private static final long MAX_LOG_BYTES = 16L << 20;

    private static final Duration BETWEEN_RESTARTS = Duration.ofSeconds(1);

    private final Cluster cluster;
    private final List<String> settings;
    private volatile Postmaster postmaster;
    private volatile boolean closing;
    private final Database database;
    private final Database administrator;

    private Postgres(Cluster cluster, List<String> settings, Postmaster postmaster, Credentials credentials) {
        this.cluster = cluster;
        this.settings = settings;
        this.postmaster = postmaster;
        this.database = new Database(server(postmaster.port()) + "holdfast", Credentials.ROLE, credentials.password());
        this.administrator = administrator(postmaster.port(), credentials);
    }

    /// Entered from beside, while another process has it running.
    static Database administrator(int port, Credentials credentials) {
        return new Database(server(port) + "postgres", Credentials.ADMINISTRATOR, credentials.administratorPassword());
    }

    private static String server(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/";
    }

    /// Starts PostgreSQL on `data`, making everything that is missing.
    public static Postgres start(Path data, Progress progress) throws IOException {
        return start(data, List.of(), progress);
    }

    /// The same with further settings of PostgreSQL, which win over the usual ones.
    public static Postgres start(Path data, List<String> settings, Progress progress) throws IOException {
        var folder = data.toAbsolutePath().normalize();
        openFolder(folder);
        var credentials = Credentials.keptIn(folder);
        var binaries = binaries(folder, progress);
        var cluster = Cluster.open(folder.resolve("postgres"), binaries, credentials, progress);
        keepLogSmall(cluster.log());
        Orphan.settle(cluster, progress);
        var all = Stream.concat(SETTINGS.stream(), settings.stream()).toList();
        var postgres = new Postgres(cluster, all, Postmaster.start(cluster, 0, all, progress), credentials);
        try {
            Provisioning.ensure(postgres.administrator, postgres.database);
            return postgres;
        } catch (SQLException | RuntimeException failure) {
            postgres.close();
            throw new IOException("The role and database 'holdfast' could not be made", failure);
        }
    }

    /// The database of the application, entered with least rights.
    public Database database() {
        return database;
    }

    /// The programs that serve this data folder.
    static PostgresBinaries binaries(Path folder, Progress progress) throws IOException {
        return PostgresBinaries.unpacked(sharedFolder(), folder.resolve("binaries"), progress);
    }

    /// All rights over the embedded server; for tests and measurements that make databases of their own.
    public Database administrator() {
        return administrator;
    }

    /// The process of the server, for tests that kill it.
    public ProcessHandle process() {
        return postmaster.process().toHandle();
    }

    /// From now on a server that dies is started again on the same port, so that whoever waits for the database
    /// gets it back without knowing.
    public void keepAlive(Progress progress) {
        var watched = postmaster;
        Thread.ofVirtual().name("postgres-watch").start(() -> {
            try {
                watched.process().waitFor();
                if (!closing) {
                    progress.say("PostgreSQL has died; starting it again");
                    restart(progress);
                    keepAlive(progress);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void restart(Progress progress) throws InterruptedException {
        while (!closing) {
            try {
                postmaster = Postmaster.start(cluster, postmaster.port(), settings, progress);
                progress.say("PostgreSQL serves again");
                return;
            } catch (IOException | CannotStart failure) {
                progress.say("PostgreSQL does not start: " + Sentence.of(failure));
                Thread.sleep(BETWEEN_RESTARTS);
            }
        }
    }

    @Override
    public void close() throws IOException {
        closing = true;
        if (postmaster.process().isAlive()) {
            Orphan.stop(cluster);
        }
    }

    static void openFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (ServerUser.isRoot() && Files.getOwner(folder).getName().equals("root")) {
            // PostgreSQL runs as somebody else and has to pass through; what is secret here has its own mode.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        }
    }

    private static Path sharedFolder() {
        if (ServerUser.isRoot()) {
            return Path.of("/var/cache/holdfast");
        }
        var cache = System.getenv("XDG_CACHE_HOME");
        var parent = cache == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return parent.resolve("holdfast");
    }

    private static void keepLogSmall(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > MAX_LOG_BYTES) {
            Files.move(log, log.resolveSibling("postgres.log.old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
