package dev.holdfast.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `holdfast restore`: makes a data folder from a backup, and starts its database once to see that it does.
///
/// Into an empty folder only: what is there is never written over. Everything is unpacked and held against its sums in
/// a folder beside its place, so a restore that was killed leaves nothing that looks like a database.
@Command(
        name = "restore",
        description = "Makes a data folder from a backup, in a folder that is empty or not there yet.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    private static final String UNPACKED = ".restoring";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "What holdfast backup wrote.")
    private Path backup = Path.of("backup");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "The folder to make. Default: ./${DEFAULT-VALUE}.")
    private Path data = Path.of("data");

    @Override
    public Integer call() throws IOException {
        var into = data.toAbsolutePath().normalize();
        if (!Files.isReadable(backup)) {
            throw new CannotStart("The backup " + backup + " cannot be read: name another file.");
        }
        checkThatItIsEmpty(into);
        try (var folder = DataFolder.open(into)) {
            folder.lock();
            restore(into);
        }
        return 0;
    }

    private static void checkThatItIsEmpty(Path into) throws IOException {
        if (!Files.isDirectory(into)) {
            return;
        }
        try (Stream<Path> files = Files.list(into)) {
            if (files.anyMatch(file -> !file.getFileName().toString().equals(UNPACKED))) {
                throw new CannotStart("The folder " + into + " is not empty, and a restore writes over nothing: choose"
                        + " another one with --data.");
            }
        }
    }

    private void restore(Path into) throws IOException {
        var unpacked = into.resolve(UNPACKED);
        FileSystemUtils.deleteRecursively(unpacked);
        Files.createDirectory(unpacked);
        say("Unpacking " + backup + " and comparing every file with its sum");
        new Restoration(backup.toAbsolutePath(), unpacked).unpack();
        giveToServer(into, unpacked);
        Files.createDirectories(into.resolve("postgres"));
        Files.move(unpacked.resolve(Backup.CLUSTER), Backup.cluster(into), StandardCopyOption.ATOMIC_MOVE);
        moveKeys(unpacked, into);
        FileSystemUtils.deleteRecursively(unpacked);
        say("Starting its database once");
        Postgres.start(into, this::say).close();
        say("Restored. Serve it with: ./holdfast run --data " + into);
    }

    /// PostgreSQL opens only what belongs to the user that it runs as.
    private void giveToServer(Path into, Path unpacked) throws IOException {
        Postgres.openFolder(into);
        var home = Files.createDirectories(into.resolve("postgres"));
        var user = ServerUser.choose(home, Postgres.binaries(into, this::say).program("postgres"));
        try (Stream<Path> files = Files.walk(unpacked.resolve(Backup.CLUSTER))) {
            for (var file : files.toList()) {
                user.own(file);
            }
        }
    }

    private static void moveKeys(Path unpacked, Path into) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(unpacked)) {
            files = listed.filter(Files::isRegularFile).toList();
        }
        for (var file : files) {
            if (!file.getFileName().toString().equals(Backup.PAGE)) {
                Files.move(file, into.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void say(String line) {
        var out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
