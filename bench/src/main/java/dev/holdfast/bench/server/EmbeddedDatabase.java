package dev.holdfast.bench.server;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// The PostgreSQL that a throw-away server started on its data folder, entered by the back door.
///
/// Knows two files of the data folder: the passwords Holdfast keeps, and the pid file PostgreSQL keeps.
public final class EmbeddedDatabase {
    private static final String USER = "holdfast";

    private final Path data;

    public EmbeddedDatabase(Path data) {
        this.data = data;
    }

    public Connection connect() throws IOException, SQLException {
        return DriverManager.getConnection(url(), USER, password());
    }

    public String url() throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/holdfast";
    }

    public String user() {
        return USER;
    }

    public String password() throws IOException {
        return password(USER);
    }

    private String password(String of) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("database.properties"))) {
            properties.load(reader);
        }
        return properties.getProperty(of, "");
    }

    /// Tidies up after rows were loaded, as the database does by itself within some minutes: until then whoever reads
    /// waits for what is written.
    public void settle() throws IOException, SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url(), "holdfast_administrator", password("administrator"));
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    /// Ends the postmaster as `kill -9` does. Its backends notice by themselves.
    public void kill() throws IOException {
        postmaster()
                .orElseThrow(() -> new IOException("no PostgreSQL runs on " + data))
                .destroyForcibly();
    }

    /// The postmaster and its backends; none while it is down.
    public List<Long> processes() throws IOException {
        return postmaster().stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(ProcessHandle::pid)
                .toList();
    }

    public int port() throws IOException {
        // Line 4 of PostgreSQL's pid file is its port.
        return Integer.parseInt(pidFile().get(3).strip());
    }

    /// Stops what a killed server left behind, so that its folder can be deleted.
    void stop() throws IOException {
        Optional<ProcessHandle> left = postmaster();
        if (left.isPresent()) {
            left.get().destroy();
            if (!ServerProcess.ended(left.get())) {
                left.get().destroyForcibly();
                left.get().onExit().join();
            }
        }
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        if (!Files.exists(file())) {
            return Optional.empty();
        }
        // A stale file may name a process that has nothing to do with us.
        return ProcessHandle.of(Long.parseLong(pidFile().getFirst().strip()))
                .filter(process -> process.info().command().orElse("").contains("postgres"));
    }

    private List<String> pidFile() throws IOException {
        return Files.readAllLines(file());
    }

    private Path file() {
        return data.resolve("postgres/cluster/postmaster.pid");
    }
}
