package dev.holdfast.supply.master;

import dev.holdfast.supply.MasterVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/// The rows of files of master data, version by version.
final class FileStore {
    private static final String ADD = """
            insert into supply.file (launch, kind, version, event, at, actor, source, rows, content)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String IN_FORCE = """
            select distinct on (kind) kind, version, event, at, actor, source, rows, content from supply.file
            where launch = ? and event <= ? order by kind, version desc
            """;
    private static final String ONE = """
            select kind, version, event, at, actor, source, rows, content from supply.file
            where launch = ? and kind = ? and version = ?
            """;
    private static final String VERSIONS = """
            select kind, version, event, at, actor, source, rows from supply.file
            where launch = ? order by event desc limit ?
            """;

    private final JdbcTemplate jdbc;

    FileStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// @param csv as [FileReading#csv] writes it
    record Stored(MasterVersion version, String csv) {}

    void add(int launch, Stored file) {
        MasterVersion version = file.version();
        jdbc.update(
                ADD,
                launch,
                version.file(),
                version.version(),
                version.event(),
                Timestamp.from(version.at()),
                version.actor(),
                version.source(),
                version.rows(),
                file.csv());
    }

    /// The newest version of every file that was there at an event.
    Map<MasterFile, Stored> inForce(int launch, long asOfEvent) {
        Map<MasterFile, Stored> files = new EnumMap<>(MasterFile.class);
        jdbc.query(
                IN_FORCE,
                row -> {
                    files.put(MasterFile.of(row.getString("kind")), new Stored(version(row), row.getString("content")));
                },
                launch,
                asOfEvent);
        return files;
    }

    Optional<Stored> version(int launch, MasterFile file, int version) {
        return jdbc
                .query(
                        ONE,
                        (row, _) -> new Stored(version(row), row.getString("content")),
                        launch,
                        file.label(),
                        version)
                .stream()
                .findFirst();
    }

    /// The latest versions of all files, the newest first.
    List<MasterVersion> versions(int launch, int limit) {
        return jdbc.query(VERSIONS, (row, _) -> version(row), launch, limit);
    }

    private static MasterVersion version(ResultSet row) throws SQLException {
        return new MasterVersion(
                row.getString("kind"),
                row.getInt("version"),
                row.getLong("event"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("source"),
                row.getInt("rows"));
    }
}
