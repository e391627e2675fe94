package dev.holdfast.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.delivery.unit.DeliveryWorld;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Showroom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/// A real server is killed twice while it gives units away: in the middle of giving them, and in the middle of telling
/// their orders. What it stands in the middle of is held by a lock, so that neither is a matter of luck.
class AllocationKilledTest {
    private static final int FANS = 40;
    private static final int UNITS = 30;
    private static final int MAX_PAUSES = 1_200;
    private static final String HOLDINGS = "select count(*) from delivery.holding";

    /// Whoever waits for a lock and says this.
    private static final String WAITING = """
            select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
              and query like '%%%s%%'
            """;

    private static final String NOT_TOLD = "select count(*) from delivery.holding where due or told <> 'BUILT'";

    private static final String STEPS = """
            select count(*) from launch.state_change where state in ('SCHEDULED', 'BUILT')
            """;

    private static final String GIVEN_IN_ENTRY_ORDER = """
            select h.order_id from delivery.holding h join delivery.unit u on u.number = h.unit order by u.number
            """;

    private final DeliveryWorld world = new DeliveryWorld();
    private final Database database = world.world.database();
    private final FarAway sender = new FarAway();
    private final List<OrderId> orders = new ArrayList<>();
    private Path data = Path.of("/nowhere");
    private @Nullable HoldfastProcess server;

    @BeforeEach
    void makeFolder() throws IOException {
        data = Files.createTempDirectory("holdfast-allocation-test-");
    }

    @AfterEach
    void removeFolder() throws IOException {
        HoldfastProcess last = server;
        if (last != null) {
            last.close();
        }
        sender.close();
        world.close();
        FileSystemUtils.deleteRecursively(data);
    }

    @Test
    void whoeverDiesWhileUnitsAreGivenEachIsGivenOnceAndInEntryOrder() throws Exception {
        world.open("car", Showroom.SMALL, FANS);
        for (int fan = 0; fan < FANS; fan++) {
            orders.add(world.locked("car", "fan-" + fan, "north"));
        }
        killedWhile("lock table delivery.giving in exclusive mode", "delivery.giving", () -> tell().is(200));
        assertThat(count("select count(*) from delivery.unit"))
                .as("was acknowledged")
                .isEqualTo(UNITS);
        assertThat(count(HOLDINGS)).as("none is given by halves").isZero();

        killedWhile("select 1 from launch.line for update", "launch.line", () -> await(HOLDINGS, UNITS));
        assertThat(count(HOLDINGS)).as("what was given stays given").isEqualTo(UNITS);

        start();
        await(NOT_TOLD, 0);
        assertThat(given()).isEqualTo(orders.subList(0, UNITS));
        assertThat(count("select count(*) from delivery.giving"))
                .as("given once")
                .isEqualTo(UNITS);
        assertThat(count(STEPS)).as("told once").isEqualTo(2L * UNITS);
    }

    private interface Act {
        void run() throws SQLException;
    }

    /// Starts a server, and kills it while it waits for what is locked.
    private void killedWhile(String lock, String waitsFor, Act before) throws SQLException, IOException {
        try (Connection guard = database.connect();
                Statement statement = guard.createStatement()) {
            guard.setAutoCommit(false);
            statement.execute(lock);
            HoldfastProcess doomed = start();
            before.run();
            awaitWaiting(waitsFor);
            doomed.kill();
            guard.rollback();
        }
        // The last word of the dead one has reached the database once nobody says it any more.
        await(WAITING.formatted(waitsFor).replace("wait_event_type = 'Lock'", "state <> 'idle'"), 1);
    }

    private HoldfastProcess start() throws IOException {
        Map<String, String> environment = new HashMap<>(FarAway.ENVIRONMENT);
        environment.put("HOLDFAST_DB_URL", database.url());
        environment.put("HOLDFAST_DB_USER", database.user());
        environment.put("HOLDFAST_DB_PASSWORD", database.password());
        HoldfastProcess next = HoldfastProcess.start(data, environment);
        server = next;
        sender.talksTo(next.address());
        return next;
    }

    private FarAway.Answer tell() {
        StringBuilder rows = new StringBuilder("serial,configuration,state,at,region\n");
        Instant built = Instant.now().minus(Duration.ofHours(1));
        for (int unit = 0; unit < UNITS; unit++) {
            rows.append("K-%03d,offer-1,built,%s,north\n".formatted(unit, built));
        }
        return sender.insist("POST", "/api/v1/operator/launches/car/units", "operator", rows.toString());
    }

    private void awaitWaiting(String waitsFor) throws SQLException {
        for (int i = 0; i < MAX_PAUSES && count(WAITING.formatted(waitsFor)) == 0; i++) {
            FarAway.pause();
        }
        assertThat(count(WAITING.formatted(waitsFor)))
                .as("waits for " + waitsFor)
                .isPositive();
    }

    private void await(String sql, long wanted) throws SQLException {
        for (int i = 0; i < MAX_PAUSES && count(sql) != wanted; i++) {
            FarAway.pause();
        }
        assertThat(count(sql)).as(sql).isEqualTo(wanted);
    }

    private List<OrderId> given() {
        return world.world
                .jdbc
                .sql(GIVEN_IN_ENTRY_ORDER)
                .query((row, number) -> OrderId.parse(row.getString(1)).orElseThrow())
                .list();
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
