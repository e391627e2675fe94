package dev.holdfast.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.kernel.Problem;
import dev.holdfast.run.Migrations;
import dev.holdfast.run.Postgres;
import dev.holdfast.run.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/// The database dies in the middle of a rush, as if the power went, and is started again.
class PostgresKilledTest {
    private static final int FANS = 32;
    private static final int ORDERS_EACH = 60;

    private final Queue<OrderId> acknowledged = new ConcurrentLinkedQueue<>();
    private final Set<String> told = new ConcurrentSkipListSet<>();
    private final AtomicInteger placed = new AtomicInteger();
    private Path data = Path.of("/nowhere");

    @BeforeEach
    void makeFolder() throws IOException {
        data = Files.createTempDirectory("holdfast-killed-test-");
    }

    @AfterEach
    void removeFolder() throws IOException {
        FileSystemUtils.deleteRecursively(data);
    }

    @Test
    void whoeverWasToldToTryAgainEndsWithExactlyOneOrder() throws Exception {
        try (Postgres postgres = Postgres.start(data, Progress.SILENT)) {
            Migrations.migrate(postgres.database());
            try (LaunchWorld world = new LaunchWorld(postgres.database())) {
                postgres.keepAlive(Progress.SILENT);
                var server = world.server();
                world.open(server, "car", Showroom.SMALL, FANS * ORDERS_EACH);
                rush(postgres, server.launch());
                assertAllThereOnce(world, server);
            }
        }
    }

    private void rush(Postgres postgres, Launch launch) throws Exception {
        List<Callable<Boolean>> acts = new ArrayList<>();
        for (int fan = 0; fan < FANS; fan++) {
            String member = "fan-" + fan;
            acts.add(() -> orderAndPay(launch, member));
        }
        acts.add(() -> {
            while (placed.get() < FANS * ORDERS_EACH / 4) {
                Thread.sleep(1);
            }
            return postgres.process().destroyForcibly();
        });
        Fans.atOnce(acts);
    }

    private boolean orderAndPay(Launch launch, String member) {
        for (int i = 0; i < ORDERS_EACH; i++) {
            PlaceOrder wish = Fans.wish("car", member, "key-" + i, "offer-1");
            Order order = switch (untilTaken(() -> launch.place(wish))) {
                case Outcome.Done done -> done.order();
                case Outcome.Replayed again -> again.order();
                case Outcome.Refused refused -> throw new AssertionError("Refused: " + refused);
            };
            acknowledged.add(order.id());
            placed.incrementAndGet();
            untilTaken(() -> launch.receive("sandbox", Fans.deposit(order.id(), "payment-" + order.position())));
        }
        return true;
    }

    /// Sends the same again for as long as it is told to.
    private <T> T untilTaken(Supplier<T> act) {
        while (true) {
            try {
                return act.get();
            } catch (Problem problem) {
                told.add(problem.kind() + " " + problem.code());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void assertAllThereOnce(LaunchWorld world, LaunchWorld.Server server) {
        assertThat(told).containsExactly("CAPACITY try_again");
        assertThat(Recount.positionsAreWithoutGapOrRepeat(world.jdbc)).isTrue();
        Map<OrderId, Order> book = new HashMap<>();
        for (long after = 0; after < FANS * ORDERS_EACH; after += 1_000) {
            server.launch().orders("car", null, after, 1_000).orders().forEach(order -> book.put(order.id(), order));
        }
        assertThat(book).hasSize(FANS * ORDERS_EACH);
        assertThat(book.keySet()).containsExactlyInAnyOrderElementsOf(acknowledged);
        assertThat(book.values()).allSatisfy(order -> assertThat(order.state()).isEqualTo(OrderState.PLACED));
        assertThat(world.jdbc
                        .sql("select count(*) from launch.transfer")
                        .query(Long.class)
                        .single())
                .isEqualTo(FANS * ORDERS_EACH);
    }
}
