package dev.holdfast.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.delivery.unit.DeliveryWorld;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Showroom;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A real server is killed three times while it gives units away: between a unit and what is written of it, between one
/// unit and the next, and in the middle of telling their orders. What it stands in the middle of is held by a lock, so
/// that none of it is a matter of luck.
class AllocationKilledTest {
    private static final int FANS = 40;
    private static final int UNITS = 30;
    private static final String HOLDINGS = "select count(*) from delivery.holding";

    private static final String NOT_TOLD = "select count(*) from delivery.holding where due or told <> 'BUILT'";

    private static final String STEPS = """
            select count(*) from launch.state_change where state in ('SCHEDULED', 'BUILT')
            """;

    private static final String GIVEN_IN_ENTRY_ORDER = """
            select h.order_id from delivery.holding h join delivery.unit u on u.number = h.unit order by u.number
            """;

    private final DeliveryWorld world = new DeliveryWorld();
    private final FarAway sender = new FarAway();
    private final ServerToKill server = new ServerToKill(world.world.database(), sender);
    private final List<OrderId> orders = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        server.close();
        sender.close();
        world.close();
    }

    @Test
    void whoeverDiesWhileUnitsAreGivenEachIsGivenOnceAndInEntryOrder() throws Exception {
        world.open("car", Showroom.SMALL, FANS);
        for (int fan = 0; fan < FANS; fan++) {
            orders.add(world.locked("car", "fan-" + fan, "north"));
        }
        server.killedWhile("lock table delivery.giving in exclusive mode", "delivery.giving", () -> tell().is(200));
        assertThat(server.count("select count(*) from delivery.unit"))
                .as("was acknowledged")
                .isEqualTo(UNITS);
        assertThat(server.count(HOLDINGS)).as("none is given by halves").isZero();

        // Nobody has to say anything: its clock gives them.
        server.killedWhile(locked(UNITS / 2), "insert into delivery.holding", () -> {});
        assertThat(server.count(HOLDINGS)).as("nor half of them").isZero();

        server.killedWhile("select 1 from launch.line for update", "launch.line", () -> server.await(HOLDINGS, UNITS));
        assertThat(server.count(HOLDINGS)).as("what was given stays given").isEqualTo(UNITS);

        server.start();
        server.await(NOT_TOLD, 0);
        assertThat(given()).isEqualTo(orders.subList(0, UNITS));
        assertThat(server.count("select count(*) from delivery.giving"))
                .as("given once")
                .isEqualTo(UNITS);
        assertThat(server.count(STEPS)).as("told once").isEqualTo(2L * UNITS);
    }

    private static String serial(int unit) {
        return "K-%03d".formatted(unit);
    }

    /// Whoever is given it waits.
    private static String locked(int unit) {
        return "select 1 from delivery.unit where serial = '" + serial(unit) + "' for update";
    }

    private FarAway.Answer tell() {
        StringBuilder rows = new StringBuilder("serial,configuration,state,at,region\n");
        Instant built = Instant.now().minus(Duration.ofHours(1));
        for (int unit = 0; unit < UNITS; unit++) {
            rows.append("%s,offer-1,built,%s,north\n".formatted(serial(unit), built));
        }
        return sender.insist("POST", "/api/v1/operator/launches/car/units", "operator", rows.toString());
    }

    private List<OrderId> given() {
        return world.world
                .jdbc
                .sql(GIVEN_IN_ENTRY_ORDER)
                .query((row, number) -> OrderId.parse(row.getString(1)).orElseThrow())
                .list();
    }
}
