package dev.holdfast.run;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Copies the files of a cluster that serves, so that PostgreSQL can start from the copy.
///
/// The jar with PostgreSQL's programs has neither `pg_basebackup` nor `pg_dump`, so this is the way its manual gives
/// to those who copy by themselves: say when it begins and when it ends, and keep the log of the time between. Files
/// change while they are read, so a page may be half old and half new; replaying the log from the beginning writes
/// each such page whole. The copy holds what was committed before `pg_backup_stop`, and nothing of what came later.
///
/// A replication slot that ends with the connection keeps the log from being recycled meanwhile.
final class ClusterCopy {
    private static final String KEEP_LOG = "select pg_create_physical_replication_slot(?, true, true)";
    /// At once: waiting for the next checkpoint would take up to a quarter of an hour.
    private static final String BEGIN = """
            select split.segment_number, pg_walfile_name(began.lsn)
            from pg_backup_start('holdfast', fast => true) as began (lsn),
                 pg_split_walfile_name(pg_walfile_name(began.lsn)) as split
            """;
    private static final String END = """
            select split.segment_number, pg_walfile_name(ended.lsn), ended.labelfile
            from pg_backup_stop(wait_for_archive => false) as ended,
                 pg_split_walfile_name(pg_walfile_name(ended.lsn)) as split
            """;

    private static final String LOG = "pg_wal";
    /// Folders whose content belongs to the server that runs; the next one fills them anew.
    private static final Set<String> EMPTY =
            Set.of(LOG, "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots", "pg_subtrans");
    /// Says where recovery begins; an old one would lead it astray.
    private static final String LABEL = "backup_label";

    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "postmaster.pid.stale", LABEL, "pg_internal.init");

    private static final String TEMPORARY = "pgsql_tmp";
    /// Names of the log's files and of the histories of its timelines.
    private static final String LOG_FILE = "[0-9A-F]{24}";

    private static final String HISTORY = "[0-9A-F]{8}\\.history";
    /// What the server knows of the cluster as a whole: read after all that it speaks of.
    private static final Path CONTROL = Path.of("global", "pg_control");

    private final Path cluster;
    private final String prefix;
    private final BackupFile into;

    /// @param prefix goes in front of each name in the backup
    ClusterCopy(Path cluster, String prefix, BackupFile into) {
        this.cluster = cluster;
        this.prefix = prefix;
        this.into = into;
    }

    /// One file of the log, by its number and by its name.
    private record Segment(long number, String name) {
        static Segment of(ResultSet row) throws SQLException {
            return new Segment(row.getLong(1), row.getString(2));
        }
    }

    /// @param administrator enters the server that serves the cluster
    void take(Database administrator) throws IOException, SQLException {
        try (var connection = administrator.connect();
                var keep = connection.prepareStatement(KEEP_LOG);
                var begin = connection.prepareStatement(BEGIN);
                var end = connection.prepareStatement(END)) {
            keep.setString(1, "holdfast_" + UUID.randomUUID().toString().replace('-', '_'));
            keep.execute();
            var first = Segment.of(only(begin));
            Files.walkFileTree(cluster, new Copying());
            into.file(name(CONTROL), cluster.resolve(CONTROL));
            var ended = only(end);
            into.text(prefix + LABEL, ended.getString(3));
            copyLog(first, Segment.of(ended));
        }
    }

    private static ResultSet only(PreparedStatement statement) throws SQLException {
        var row = statement.executeQuery();
        row.next();
        return row;
    }

    private String name(Path file) {
        return prefix + file;
    }

    private void copyLog(Segment first, Segment last) throws IOException {
        long copied = 0;
        try (Stream<Path> files = Files.list(cluster.resolve(LOG))) {
            for (Path file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                var wanted =
                        name.matches(LOG_FILE) && name.compareTo(first.name) >= 0 && name.compareTo(last.name) <= 0;
                if (wanted || name.matches(HISTORY)) {
                    into.file(name(Path.of(LOG, name)), file);
                }
                copied += wanted ? 1 : 0;
            }
        }
        var expected = last.number - first.number + 1;
        if (copied != expected) {
            throw new IOException("PostgreSQL's log from " + first.name + " to " + last.name + " has " + copied
                    + " files where " + expected + " are needed");
        }
    }

    /// Everything but the log and what a server makes anew; what is deleted in front of it is not missed, as the log
    /// tells of the deletion.
    private final class Copying extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            var inside = cluster.relativize(folder);
            if (folder.getFileName().toString().startsWith(TEMPORARY)
                    || (inside.getNameCount() > 1 && isEmptied(inside))) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            into.folder(folder.equals(cluster) ? prefix : name(inside) + "/");
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            var inside = cluster.relativize(file);
            var leftOut = LEFT_OUT.contains(file.getFileName().toString());
            if (!leftOut && !isEmptied(inside) && !inside.equals(CONTROL)) {
                into.file(name(inside), file);
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean isEmptied(Path inside) {
            return EMPTY.contains(inside.getName(0).toString());
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }
}
