package dev.holdfast.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/// What a backup of a data folder holds, and in which order.
///
/// First a page for people, then the keys and passwords of the folder, then the cluster under `postgres/cluster` and
/// the list of sums. Everything an embedded Holdfast needs is in it, and nothing that came by its environment.
final class Backup {
    static final String PAGE = "READ-ME.txt";
    static final String CLUSTER = "postgres/cluster/";

    /// On which line of PostgreSQL's pid file its port stands, counted from 0.
    private static final int PORT_LINE = 3;

    private Backup() {}

    /// Copies a data folder whose server runs into `target`.
    ///
    /// @return as of when it is
    static Instant take(Path data, Database administrator, Path target) throws IOException, SQLException {
        var files = keys(data);
        try (var into = BackupFile.create(target)) {
            into.text(PAGE, page(data, files));
            for (var file : files) {
                into.file(file.getFileName().toString(), file);
            }
            new ClusterCopy(cluster(data), CLUSTER, into).take(administrator);
            var asOf = Instant.now();
            into.finish();
            return asOf;
        }
    }

    static Path cluster(Path data) {
        return data.resolve("postgres").resolve("cluster");
    }

    /// Enters the server that another process has running on this folder.
    static Database administrator(Path data) throws IOException {
        var pidFile = Files.readAllLines(cluster(data).resolve("postmaster.pid"));
        var port = Integer.parseInt(pidFile.get(PORT_LINE).strip());
        return Postgres.administrator(port, Credentials.keptIn(data));
    }

    /// What lies in the folder itself: its format, the passwords of the database, the keys that were made.
    private static List<Path> keys(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> isKept(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isKept(String name) {
        return !name.startsWith(".") && !name.equals(DataFolder.LOCK);
    }

    private static String page(Path data, List<Path> keys) {
        return """
                A backup of a Holdfast data folder (%s), begun at %s.

                KEEP IT SECRET. Whoever reads it has every member's id and address, every order, and what signs for
                this Holdfast: the key of the access tokens, the key of receipts, the secrets of webhooks, the
                passwords of the database. Files: %s.

                Not in it: what the server was given by its environment (HOLDFAST_JWT_SECRET, the keys of payment
                providers, the password of the mail server). Keep those elsewhere.

                To use it: ./holdfast restore THIS-FILE --data AN-EMPTY-FOLDER
                """.formatted(
                data.getFileName(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                String.join(
                        ", ",
                        keys.stream().map(file -> file.getFileName().toString()).toList()));
    }
}
