package dev.holdfast.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.TestDatabase;
import dev.holdfast.run.FansInRush.Deal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/// Two instances behind a plain proxy, and fans who order all the while. One is stopped as an operator does it, and
/// nobody
/// notices; the other is killed, and whoever notices sends the same once more.
class RollingRestartTest {
    private static final int A_WHILE = 60;

    private final Database database = TestDatabase.empty();
    private final FarAway sender = new FarAway();
    private final BilledLaunch launch = new BilledLaunch(sender);
    private final FansInRush fans = new FansInRush(sender, Duration.ofMillis(200));
    private Path folder = Path.of("/nowhere");

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("holdfast-restart-test-");
    }

    @AfterEach
    void removeFolder() throws IOException {
        fans.close();
        sender.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    @Test
    void nobodyLosesAnythingWhenOneOfTwoIsRestarted() throws Exception {
        try (PlainProxy proxy = new PlainProxy();
                HoldfastProcess first = start(1);
                HoldfastProcess second = start(2)) {
            URI one = first.address();
            URI two = second.address();
            proxy.add(one);
            proxy.add(two);
            sender.talksTo(proxy.address());
            launch.open();
            fans.start();
            fans.await(A_WHILE);
            assertThat(proxy.answeredBy(one)).isPositive();
            assertThat(first.stop()).contains("Stopping");
            assertThat(proxy.failed).as("failed while an instance was stopped").hasValue(0);
            proxy.remove(one);
            fans.await(A_WHILE);
            try (HoldfastProcess again = start(1)) {
                URI three = again.address();
                proxy.add(three);
                fans.await(A_WHILE);
                assertThat(proxy.answeredBy(three)).isPositive();
                second.kill();
                fans.await(A_WHILE);
                fans.end();
                nobodyIsLost();
            }
        }
    }

    private HoldfastProcess start(int number) throws IOException {
        Map<String, String> environment = FarAway.environment(database);
        environment.put("HOLDFAST_DRAIN", "2s");
        return HoldfastProcess.start(folder.resolve("server-" + number), environment);
    }

    /// Each fan ended with what they came for, by one order each, and the line is whole.
    private void nobodyIsLost() {
        List<JsonNode> book = launch.book();
        Map<String, JsonNode> orders = new HashMap<>();
        book.forEach(order -> orders.put(order.get("id").asString(), order));
        assertThat(book).as("no key gave two orders").hasSize(fans.deals.size());
        assertThat(launch.judge(book, 0)).isEmpty();
        Set<Long> positions = new TreeSet<>();
        for (Deal deal : fans.deals) {
            JsonNode order = Objects.requireNonNull(orders.get(deal.order()), deal::fan);
            assertThat(order.get("position").asLong()).isEqualTo(deal.position());
            assertThat(order.get("state").asString()).isEqualTo(deal.cancelled() ? "CANCELLED" : "PLACED");
            positions.add(deal.position());
        }
        assertThat(positions).hasSize(book.size());
    }
}
