package dev.holdfast.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.run.FansInRush.Deal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/// An operator's own PostgreSQL archives its log; somebody drops the schema of launches; the database is brought back
/// to
/// the moment before, on another server, with nothing but what docs/backup.md says.
class PointInTimeTest {
    private static final int BEFORE = 40;
    private static final int AFTER = 5;

    private final FarAway sender = new FarAway();
    private final BilledLaunch launch = new BilledLaunch(sender);
    private final FansInRush fans = new FansInRush(sender);
    private Path parent = Path.of("/nowhere");
    private Path archive = parent;
    private Path copy = parent;

    @BeforeEach
    void makeFolders() throws IOException {
        parent = Files.createTempDirectory("holdfast-point-in-time-test-");
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
        archive = Files.createDirectory(parent.resolve("archive"));
        // PostgreSQL runs as somebody else and writes here.
        Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rwxrwxrwx"));
        copy = parent.resolve("copy");
    }

    @AfterEach
    void removeFolders() throws IOException {
        fans.close();
        sender.close();
        FileSystemUtils.deleteRecursively(parent);
    }

    /// What the accident found, and when it had not happened yet.
    private record Accident(List<Deal> before, List<Deal> after, String receipt, String moment) {}

    @Test
    void theMomentBeforeAnAccidentComesBack() throws Exception {
        Path first = parent.resolve("first");
        Accident accident;
        List<String> archiving =
                List.of("archive_mode=on", "archive_command=test ! -f " + archive + "/%f && cp %p " + archive + "/%f");
        try (Postgres postgres = Postgres.start(first, archiving, Progress.SILENT)) {
            copyBase(postgres, first);
            accident = liveUntilTheAccident(postgres);
            awaitArchived(postgres);
        }
        Path second = layOut(first);
        List<String> recovering = List.of(
                "restore_command=cp " + archive + "/%f %p",
                "recovery_target_time=" + accident.moment,
                "recovery_target_action=promote");
        try (Postgres postgres = Postgres.start(second, recovering, Progress.SILENT);
                HoldfastProcess server = start(postgres)) {
            allOfBeforeIsThere(accident);
            nothingOfAfterIsThereAndItCanBeMended(accident);
            server.stop();
        }
    }

    /// The way the manual gives for a copy by one's own means; `pg_basebackup` does the same.
    private void copyBase(Postgres postgres, Path data) throws IOException, SQLException {
        try (Connection connection = postgres.administrator().connect()) {
            Everything.lines(connection, "select pg_backup_start('base', true)");
            assertThat(Commands.run(List.of("cp", "-a", "" + Backup.cluster(data), "" + copy))
                            .succeeded())
                    .isTrue();
            String label = Everything.rows(connection, "select labelfile from pg_backup_stop()")
                    .getFirst()
                    .getFirst();
            Files.writeString(copy.resolve("backup_label"), label);
        }
        Files.delete(copy.resolve("postmaster.pid"));
        try (var log = Files.walk(copy.resolve("pg_wal"))) {
            for (Path file : log.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    private Accident liveUntilTheAccident(Postgres postgres) throws Exception {
        try (HoldfastProcess server = start(postgres);
                Connection owner = postgres.database().connect()) {
            launch.open();
            List<Deal> before = deals(1, BEFORE);
            String receipt = sender.insist(
                            "GET",
                            "/api/v1/orders/" + before.getFirst().order() + "/receipt",
                            before.getFirst().fan(),
                            "")
                    .json()
                    .asString();
            String moment = Everything.rows(owner, "select clock_timestamp()")
                    .getFirst()
                    .getFirst();
            List<Deal> after = deals(BEFORE + 1, BEFORE + AFTER);
            try (var statement = owner.createStatement()) {
                statement.execute("drop schema launch cascade");
            }
            server.stop();
            return new Accident(before, after, receipt, moment);
        }
    }

    private List<Deal> deals(int from, int to) {
        List<Deal> deals = new ArrayList<>();
        for (int number = from; number <= to; number++) {
            deals.add(fans.deal(number));
        }
        return deals;
    }

    private static void awaitArchived(Postgres postgres) throws SQLException {
        try (Connection connection = postgres.administrator().connect()) {
            String last = Everything.rows(connection, "select pg_walfile_name(pg_switch_wal())")
                    .getFirst()
                    .getFirst();
            String archived;
            do {
                FarAway.pause();
                archived = Everything.rows(connection, "select last_archived_wal from pg_stat_archiver")
                        .getFirst()
                        .getFirst();
            } while (archived.compareTo(last) < 0);
        }
    }

    /// Another server's folder: the copy, a signal to recover, and the passwords, which are those of the copy's roles.
    private Path layOut(Path first) throws IOException {
        Path second = parent.resolve("second");
        Files.createDirectories(second.resolve("postgres"));
        Files.copy(first.resolve("database.properties"), second.resolve("database.properties"));
        Files.createFile(copy.resolve("recovery.signal"));
        Files.setOwner(copy.resolve("recovery.signal"), Files.getOwner(copy));
        Files.setOwner(copy.resolve("backup_label"), Files.getOwner(copy));
        Files.move(copy, Backup.cluster(second));
        return second;
    }

    private void allOfBeforeIsThere(Accident accident) {
        assertThat(launch.judge(launch.book(), 0)).isEmpty();
        assertThat(launch.book()).hasSize(BEFORE);
        for (Deal deal : accident.before) {
            var order = launch.order(deal.order());
            assertThat(order.get("position").asLong()).isEqualTo(deal.position());
            assertThat(order.get("state").asString()).isEqualTo(deal.cancelled() ? "CANCELLED" : "PLACED");
            assertThat(order.at("/promises/0/promise/from").asString()).isEqualTo(deal.promise());
        }
        assertThat(sender.insist("POST", "/api/v1/receipts/check", "fan-1", accident.receipt)
                        .is(200)
                        .text("/verdict"))
                .isEqualTo("genuine");
    }

    /// Their deposits are found when the provider is asked to report again, and their keys make new orders.
    private void nothingOfAfterIsThereAndItCanBeMended(Accident accident) {
        Deal lost = accident.after.getFirst();
        sender.insist("GET", "/api/v1/orders/" + lost.order(), "operator", "").is(404);
        sender.pay(lost.order(), BilledLaunch.DEPOSIT).is(202);
        var unmatched = sender.insist("GET", "/api/v1/operator/payments/unmatched", "operator", "");
        assertThat(unmatched.is(200).json().toString()).contains(lost.order());
        var again = fans.place(lost.fan(), lost.offer(), "north").is(201);
        assertThat(again.number("/position")).isEqualTo(BEFORE + 1);
        assertThat(again.text("/id")).isNotEqualTo(lost.order());
    }

    private HoldfastProcess start(Postgres postgres) throws IOException {
        HoldfastProcess process =
                HoldfastProcess.start(parent.resolve("server"), FarAway.environment(postgres.database()));
        sender.talksTo(process.address());
        return process;
    }
}
