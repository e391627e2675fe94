package dev.holdfast.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `holdfast backup`: copies the data folder into one file, while the server runs or while it does not.
@Command(
        name = "backup",
        description = "Copies the data folder and its embedded database into one secret file, also while it serves.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    private static final DateTimeFormatter IN_NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE|DIR", description = "The file to write, or a folder to write a dated one into.")
    private Path target = Path.of(".");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "The folder that keeps everything. Default: ./${DEFAULT-VALUE}.")
    private Path data = Path.of("data");

    BackupCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, SQLException {
        var path = data.toAbsolutePath().normalize();
        checkThatItIsEmbedded(path);
        var file = file();
        try (var folder = DataFolder.open(path)) {
            var asOf = folder.tryLock() ? takeWithoutServer(path, file) : takeBeside(path, file);
            say(file, asOf);
        } catch (AccessDeniedException denied) {
            throw new CannotStart(
                    "The file " + denied.getFile() + " cannot be read or written: be the user who runs the server.",
                    denied);
        }
        return 0;
    }

    private void checkThatItIsEmbedded(Path path) {
        if (OwnDatabase.in(environment).isPresent()) {
            throw new CannotStart("HOLDFAST_DB_URL names a PostgreSQL of your own: back it up with its own tools, as"
                    + " docs/backup.md shows, or unset it to back up the embedded one.");
        }
        if (!Files.isDirectory(Backup.cluster(path))) {
            throw new CannotStart(
                    "There is no embedded database in " + path + ": name the folder of the server with --data.");
        }
    }

    private Path file() {
        var named = target.toAbsolutePath().normalize();
        var file = Files.isDirectory(named)
                ? named.resolve("holdfast-" + IN_NAME.format(Instant.now()) + ".tar.gz")
                : named;
        if (Files.exists(file)) {
            throw new CannotStart("The file " + file + " exists: name another one, a backup is never written over.");
        }
        if (file.getParent() == null || !Files.isDirectory(file.getParent())) {
            throw new CannotStart("The folder of " + file + " is not there: make it first.");
        }
        return file;
    }

    private static Instant takeWithoutServer(Path path, Path file) throws IOException, SQLException {
        try (var postgres = Postgres.start(path, Progress.SILENT)) {
            return Backup.take(path, postgres.administrator(), file);
        }
    }

    private static Instant takeBeside(Path path, Path file) throws IOException, SQLException {
        return Backup.take(path, Backup.administrator(path), file);
    }

    private void say(Path file, Instant asOf) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Written: " + file + " (" + (Files.size(file) >> 10) + " KiB), with everything acknowledged before "
                + asOf.truncatedTo(ChronoUnit.SECONDS) + ".");
        out.println(
                "It is secret: orders, members, and the keys that sign for this Holdfast are in it. Its mode is 600.");
        out.println("Not in it: what the server was given by its environment. Try it: ./holdfast restore " + file
                + " --data AN-EMPTY-FOLDER");
        out.flush();
    }
}
