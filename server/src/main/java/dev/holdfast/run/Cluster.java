package dev.holdfast.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/// One PostgreSQL cluster on disk: made once, never deleted.
///
/// `home` belongs to the user the server runs as and holds the cluster and the server's log. A cluster gets its name
/// only when `initdb` has ended well, so that a start killed half-way leaves nothing that looks like a database.
record Cluster(Path home, PostgresBinaries binaries, ServerUser user) {
    /// The major version of the binaries in the pom; a cluster can be opened by its own major version only.
    private static final int MAJOR = 18;

    static Cluster open(Path home, PostgresBinaries binaries, Credentials credentials, Progress progress)
            throws IOException {
        Files.createDirectories(home);
        var user = ServerUser.choose(home, binaries.program("postgres"));
        user.own(home);
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        var cluster = new Cluster(home, binaries, user);
        if (Files.isDirectory(cluster.folder())) {
            cluster.checkVersion();
        } else {
            progress.say("Creating the database in " + cluster.folder());
            cluster.create(credentials.administratorPassword());
        }
        return cluster;
    }

    Path folder() {
        return home.resolve("cluster");
    }

    Path log() {
        return home.resolve("postgres.log");
    }

    /// A program of PostgreSQL as the user that owns the cluster.
    List<String> command(String program, List<String> arguments) {
        var all = new ArrayList<String>();
        all.add(binaries.program(program).toString());
        all.addAll(arguments);
        return user.command(all);
    }

    private void checkVersion() throws IOException {
        var file = folder().resolve("PG_VERSION");
        if (!Files.isReadable(file)) {
            throw new CannotStart("The folder " + folder() + " is not a complete database (PG_VERSION cannot be read):"
                    + " bring it back from a backup, or choose another folder with --data.");
        }
        var major = Files.readString(file).strip();
        if (!major.equals(Integer.toString(MAJOR))) {
            throw new CannotStart("The database in " + folder() + " was made by PostgreSQL " + major
                    + " and this Holdfast brings " + MAJOR
                    + ": start it with the Holdfast that made it, or choose another folder with --data.");
        }
    }

    private void create(String administratorPassword) throws IOException {
        var unfinished = home.resolve("cluster.unfinished");
        // Left by a start that was killed while it created: no order was ever served from it.
        FileSystemUtils.deleteRecursively(unfinished);
        var passwordFile = home.resolve("administrator.password");
        try {
            Credentials.writePrivately(passwordFile, administratorPassword);
            user.own(passwordFile);
            var outcome = Commands.run(command("initdb", initdbArguments(unfinished, passwordFile)));
            if (!outcome.succeeded()) {
                throw PostgresFailure.explain("PostgreSQL could not create " + unfinished, outcome.output(), home);
            }
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(unfinished, folder(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> initdbArguments(Path target, Path passwordFile) {
        return List.of(
                "--pgdata=" + target,
                "--username=" + Credentials.ADMINISTRATOR,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
    }
}
