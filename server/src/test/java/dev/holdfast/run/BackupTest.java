package dev.holdfast.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Holdfast;
import dev.holdfast.run.FansInRush.Deal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/// Takes backups of a real server in the middle of a rush and at rest, restores them, and holds the copies against what
/// fans were told and against the original.
class BackupTest {
    private final FarAway sender = new FarAway();
    private final BilledLaunch launch = new BilledLaunch(sender);
    private final FansInRush fans = new FansInRush(sender);
    private Path parent = Path.of("/nowhere");
    private Path data = parent;

    @BeforeEach
    void makeFolder() throws IOException {
        parent = Files.createTempDirectory("holdfast-backup-test-");
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
        data = parent.resolve("data");
    }

    @AfterEach
    void removeFolder() throws IOException {
        fans.close();
        sender.close();
        FileSystemUtils.deleteRecursively(parent);
    }

    @Test
    void aRestoredServerHasEverythingThatWasAcknowledgedBeforeTheBackup() throws Exception {
        Path inRush = parent.resolve("in-rush.tar.gz");
        Path atRest = parent.resolve("at-rest.tar.gz");
        List<Deal> before;
        String receipt;
        try (HoldfastProcess server = start(data)) {
            launch.open();
            fans.start();
            fans.await(60);
            before = List.copyOf(fans.deals);
            try (var _ = new Checkpoints(Backup.administrator(data))) {
                assertThat(holdfast("backup", "" + inRush, "--data", "" + data)).isEmpty();
            }
            assertThat(fans.deals).as("the server has served meanwhile").hasSizeGreaterThan(before.size());
            fans.await(30);
            fans.end();
            receipt = receipt(before.getFirst());
            awaitRest();
            assertThat(holdfast("backup", "" + atRest, "--data", "" + data)).isEmpty();
            server.stop();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(inRush)))
                .isEqualTo("rw-------");
        isTheSame(restore(atRest, "second"), receipt);
        holdsWhatWasAcknowledged(restore(inRush, "first"), before);
    }

    /// Until what follows the orders has caught up with them, as news of them does.
    private void awaitRest() throws Exception {
        Database administrator = Backup.administrator(data);
        Database ours = new Database(
                administrator.url().replaceFirst("/[^/]+$", "/holdfast"),
                administrator.user(),
                administrator.password());
        try (Connection connection = ours.connect()) {
            Map<String, String> before = Map.of();
            for (Map<String, String> now = Everything.in(connection);
                    !now.equals(before);
                    now = Everything.in(connection)) {
                before = now;
                Thread.sleep(3_000);
            }
        }
    }

    /// One checkpoint after the other, so that files of before and after one end side by side in the copy: only where
    /// the label says from where to recover does that do no harm.
    private static final class Checkpoints implements AutoCloseable {
        private final Connection connection;
        private final CompletableFuture<Integer> made;
        private volatile boolean goesOn = true;

        Checkpoints(Database administrator) throws SQLException {
            connection = administrator.connect();
            made = CompletableFuture.supplyAsync(this::make);
        }

        private int make() {
            int count = 0;
            try (var statement = connection.createStatement()) {
                while (goesOn) {
                    statement.execute("checkpoint");
                    count++;
                }
                return count;
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        @Override
        public void close() throws SQLException {
            goesOn = false;
            assertThat(made.join()).isPositive();
            connection.close();
        }
    }

    private void isTheSame(Path restored, String receipt) throws Exception {
        assertThat(Everything.in(restored)).isEqualTo(Everything.in(data)).hasSizeGreaterThan(40);
        assertThat(Files.readString(restored.resolve("jwt.secret")))
                .isEqualTo(Files.readString(data.resolve("jwt.secret")));
        try (HoldfastProcess server = start(restored)) {
            assertThat(server.isAlive()).isTrue();
            var checked = sender.insist("POST", "/api/v1/receipts/check", "fan-1", receipt);
            assertThat(checked.is(200).text("/verdict")).isEqualTo("genuine");
        }
    }

    private void holdsWhatWasAcknowledged(Path restored, List<Deal> before) throws Exception {
        var original = Everything.linesOf(data, "select * from launch.journal order by launch, sequence");
        var copy = Everything.linesOf(restored, "select * from launch.journal order by launch, sequence");
        assertThat(copy).isNotEmpty().hasSizeLessThan(original.size());
        assertThat(original.subList(0, copy.size())).isEqualTo(copy);
        try (HoldfastProcess server = start(restored)) {
            assertThat(launch.judge(launch.book(), 0)).isEmpty();
            for (Deal deal : before) {
                var order = launch.order(deal.order());
                assertThat(order.get("position").asLong()).isEqualTo(deal.position());
                assertThat(order.get("state").asString()).isEqualTo(deal.cancelled() ? "CANCELLED" : "PLACED");
                assertThat(order.at("/promises/0/promise/from").asString()).isEqualTo(deal.promise());
            }
            Deal first = before.getFirst();
            assertThat(fans.place(first.fan(), first.offer(), "north").text("/id"))
                    .isIn(first.order(), "");
            fans.deal(1_000_001);
            server.stop();
        }
        assertThat(Everything.linesOf(restored, """
                select o.id from launch.orders o where o.state = 'PLACED' and 500000 <>
                  (select coalesce(sum(case when t.credit = 'HELD' then t.amount else -t.amount end), 0)
                   from launch.transfer t where t.order_text = o.id::text and 'HELD' in (t.credit, t.debit))
                """)).isEmpty();
    }

    @Test
    void aFolderThatNobodyServesIsCopiedAlike() throws Exception {
        try (Postgres postgres = Postgres.start(data, Progress.SILENT);
                var connection = postgres.database().connect();
                var statement = connection.createStatement()) {
            statement.execute("create table kept as select n, md5(n::text) from generate_series(1, 100000) n");
        }
        assertThat(holdfast("backup", "" + parent, "--data", "" + data)).isEmpty();
        assertThat(Everything.linesOf(restore(dated(), "copy"), "select sum(n) from kept"))
                .containsExactly("[5000050000]");
    }

    @Test
    void aDamagedBackupIsRefusedAndLeavesNothingThatLooksLikeADatabase() throws Exception {
        Postgres.start(data, Progress.SILENT).close();
        Path backup = parent.resolve("backup");
        assertThat(holdfast("backup", "" + backup, "--data", "" + data)).isEmpty();
        byte[] whole = Files.readAllBytes(backup);
        Path damaged = parent.resolve("damaged");
        Files.write(damaged, Arrays.copyOf(whole, whole.length / 2));
        assertThat(holdfast("restore", "" + damaged, "--data", "" + parent.resolve("a")))
                .contains("is damaged", "cannot be read to its end");
        Files.write(damaged, withAnotherByte(whole));
        assertThat(holdfast("restore", "" + damaged, "--data", "" + parent.resolve("b")))
                .contains("is damaged", "missing or changed");
        assertThat(Backup.cluster(parent.resolve("b"))).doesNotExist();
    }

    /// One byte in the middle of the largest file is another, and the compression around it knows nothing of it.
    private static byte[] withAnotherByte(byte[] compressed) throws IOException {
        byte[] tar;
        try (var in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            tar = in.readAllBytes();
        }
        String text = new String(tar, StandardCharsets.ISO_8859_1);
        // The passwords of the database: not a header of the tar, whose own sums would tell.
        tar[text.indexOf("administrator=") + 20] ^= 1;
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(tar);
        }
        return out.toByteArray();
    }

    @Test
    void nothingIsWrittenOver() throws Exception {
        Postgres.start(data, Progress.SILENT).close();
        Path backup = parent.resolve("backup");
        Files.writeString(backup, "of yesterday");
        assertThat(holdfast("backup", "" + backup, "--data", "" + data)).contains("never written over");
        assertThat(holdfast("restore", "" + backup, "--data", "" + data)).contains("is not empty");
        assertThat(holdfast("backup", "" + backup, "--data", "" + parent.resolve("empty")))
                .contains("no embedded database");
        assertThat(Files.readString(backup)).isEqualTo("of yesterday");
    }

    /// @return what it said on its error stream
    private static String holdfast(String... arguments) {
        var said = new StringWriter();
        int status = CommandLineFace.execute(Holdfast.class, Map.of(), new PrintWriter(said), arguments);
        assertThat(status).isEqualTo(said.toString().isEmpty() ? 0 : 1);
        return said.toString();
    }

    private Path restore(Path backup, String name) {
        Path restored = parent.resolve(name);
        assertThat(holdfast("restore", "" + backup, "--data", "" + restored)).isEmpty();
        return restored;
    }

    private Path dated() throws IOException {
        try (var files = Files.list(parent)) {
            return files.filter(file -> file.getFileName().toString().matches("holdfast-\\d{8}T\\d{6}Z\\.tar\\.gz"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// The key of the tokens is the folder's own, as it is where nobody gave one.
    private HoldfastProcess start(Path folder) throws IOException {
        Map<String, String> environment = new HashMap<>(FarAway.ENVIRONMENT);
        String key = environment.remove("HOLDFAST_JWT_SECRET");
        if (!Files.exists(folder)) {
            Files.createDirectories(folder);
            Credentials.writePrivately(folder.resolve("jwt.secret"), key + "\n");
        }
        HoldfastProcess process = HoldfastProcess.start(folder, environment);
        sender.talksTo(process.address());
        return process;
    }

    private String receipt(Deal deal) {
        return sender.insist("GET", "/api/v1/orders/" + deal.order() + "/receipt", deal.fan(), "")
                .is(200)
                .json()
                .asString();
    }
}
