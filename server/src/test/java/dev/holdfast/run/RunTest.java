package dev.holdfast.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;

/// Starts, stops and kills the real process on real folders.
class RunTest {
    private Path parent = Path.of("/nowhere");
    private Path data = parent;

    @BeforeEach
    void makeFolder() throws IOException {
        parent = Files.createTempDirectory("holdfast-run-test-");
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
        data = parent.resolve("data");
    }

    @AfterEach
    void removeFolder() throws IOException {
        FileSystemUtils.deleteRecursively(parent);
    }

    @Test
    void stopsCleanlyAndKeepsEverythingForTheNextStart() throws Exception {
        String secret;
        try (var first = HoldfastProcess.startWithSample(data)) {
            var address = first.address().toString();
            secret = Files.readString(data.resolve("jwt.secret"));
            assertThat(signIn("--url", address, "--data", data.toString())).contains("/sign-in/");
            assertThat(first.stop()).contains("Loading the sample world", "/sign-in/", "Try as fan-000123", "Stopping");
        }
        assertThat(postmasterPid()).doesNotExist();
        try (var second = HoldfastProcess.startWithSample(data)) {
            assertThat(second.status()).isLessThan(500);
            assertThat(Files.readString(data.resolve("jwt.secret"))).isEqualTo(secret);
            assertThat(second.stop()).doesNotContain("Creating the database", "Loading the sample world");
        }
    }

    @Test
    void aLinkNeedsAServerAndItsKey() throws Exception {
        assertThat(signIn("--data", data.toString())).contains("There is no key in");
        Files.createDirectories(data);
        Files.writeString(data.resolve("jwt.secret"), "a key of nobody's server, 32 bytes long");
        assertThat(signIn("--url", "http://localhost:1", "--data", data.toString()))
                .contains("No server answers at http://localhost:1");
    }

    /// What the command says, on either stream.
    private static String signIn(String... options) {
        var said = new StringWriter();
        var command = new CommandLine(new SignInCommand(Map.of()))
                .setOut(new PrintWriter(said))
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    said.append(failure.getMessage());
                    return 1;
                });
        command.execute(options);
        return said.toString();
    }

    @Test
    void aKillHarmsNothingAndTheNextStartTakesOver() throws Exception {
        try (var killed = HoldfastProcess.start(data, Map.of())) {
            killed.address();
            killed.kill();
        }
        assertThat(postmasterPid()).as("PostgreSQL has outlived its Holdfast").exists();
        try (var next = HoldfastProcess.start(data, Map.of())) {
            assertThat(next.status()).isLessThan(500);
            assertThat(next.stop()).contains("Stopping the PostgreSQL");
        }
        assertThat(postmasterPid()).doesNotExist();
    }

    @Test
    void aSecondHoldfastOnTheFolderSaysSoAndLeaves() throws Exception {
        try (var first = HoldfastProcess.start(data, Map.of())) {
            first.address();
            try (var second = HoldfastProcess.start(data, Map.of())) {
                assertThat(second.lastWords()).contains("in use by another Holdfast");
                assertThat(second.exitStatus()).isEqualTo(1);
            }
            assertThat(first.isAlive()).isTrue();
        }
    }

    @Test
    void usesTheOperatorsOwnDatabaseAndStartsNothingEmbedded() throws Exception {
        var own = TestDatabase.empty();
        var environment = Map.of(
                "HOLDFAST_DB_URL", own.url(),
                "HOLDFAST_DB_USER", own.user(),
                "HOLDFAST_DB_PASSWORD", own.password());
        try (var process = HoldfastProcess.start(data, environment)) {
            assertThat(process.status()).isLessThan(500);
        }
        assertThat(data.resolve("postgres")).doesNotExist();
    }

    @Test
    void refusesADatabaseThatMayLoseWhatItAcknowledges() throws Exception {
        var own = TestDatabase.empty();
        try (var connection = own.connect();
                var statement = connection.createStatement()) {
            statement.execute("alter database " + connection.getCatalog() + " set synchronous_commit = off");
        }
        var environment = Map.of(
                "HOLDFAST_DB_URL", own.url(),
                "HOLDFAST_DB_USER", own.user(),
                "HOLDFAST_DB_PASSWORD", own.password());
        try (var process = HoldfastProcess.start(data, environment)) {
            assertThat(process.lastWords()).contains("synchronous_commit=off").doesNotContain("\tat ");
            assertThat(process.exitStatus()).isEqualTo(1);
        }
    }

    @Test
    void worksWithoutBeingRoot() throws Exception {
        Assumptions.assumeTrue(ServerUser.isRoot(), "not root: every other test has shown it already");
        var classPath = readableByAll(HoldfastProcess.classPath());
        Files.createDirectories(data);
        Commands.run(List.of("chown", "-R", "nobody", parent.toString()));
        var asNobody = List.of("setpriv", "--reuid=nobody", "--clear-groups");
        var environment = Map.of("XDG_CACHE_HOME", parent.resolve("cache").toString());
        try (var process = HoldfastProcess.start(asNobody, classPath, data, environment, "--no-sample")) {
            assertThat(process.status()).isLessThan(500);
            assertThat(process.stop()).contains("Unpacking PostgreSQL").contains("Stopping");
        }
        assertThat(Files.getOwner(data.resolve("postgres")).getName()).isEqualTo("nobody");
    }

    private Path postmasterPid() {
        return data.resolve("postgres").resolve("cluster").resolve("postmaster.pid");
    }

    /// The libraries may lie in a home that only root can enter.
    private String readableByAll(String classPath) throws IOException {
        var folder = Files.createDirectory(parent.resolve("classes"));
        var all = new StringBuilder(folder.toString());
        for (var entry : classPath.split(":", -1)) {
            var path = Path.of(entry);
            if (Files.isDirectory(path)) {
                FileSystemUtils.copyRecursively(path, folder);
            } else if (Files.exists(path)) {
                all.append(':').append(Files.copy(path, parent.resolve(path.getFileName())));
            }
        }
        return all.toString();
    }
}
