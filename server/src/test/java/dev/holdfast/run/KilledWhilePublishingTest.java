package dev.holdfast.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.TestDatabase;
import dev.holdfast.run.FansInRush.Deal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/// A real server is killed in the middle of publishing a plan, while fans order, pay and give up. What they were told
/// stands, and everybody's window is the one from before the plan or the one after it, for all of them alike.
class KilledWhilePublishingTest {
    private static final int FIRST_FANS = 70;
    private static final int SLIP = 3;

    private final Database database = TestDatabase.empty();
    private final FarAway sender = new FarAway();
    private final BilledLaunch launch = new BilledLaunch(sender);
    private final FansInRush fans = new FansInRush(sender);
    private Path data = Path.of("/nowhere");

    @BeforeEach
    void makeFolder() throws IOException {
        data = Files.createTempDirectory("holdfast-kill-test-");
    }

    @AfterEach
    void removeFolder() throws IOException {
        fans.close();
        sender.close();
        FileSystemUtils.deleteRecursively(data);
    }

    @ParameterizedTest
    @EnumSource
    void everybodyHasThePlanBeforeOrThePlanAfterAndNobodyIsLost(Moment moment) throws Exception {
        long run;
        Map<String, JsonNode> before = new HashMap<>();
        try (HoldfastProcess doomed = start();
                Connection connection = database.connect()) {
            launch.open();
            for (int fan = 1; fan <= FIRST_FANS; fan++) {
                Deal deal = fans.deal(1_000_000 + fan);
                before.put(deal.order(), launch.order(deal.order()));
            }
            launch.publish(launch.preview()).is(200);
            before.replaceAll((order, asPlaced) -> launch.order(order));
            assertThat(launch.judge(launch.book(), 0)).isEmpty();
            launch.batteriesSlip(SLIP);
            fans.start();
            fans.await(20);
            run = launch.preview();
            fans.await(20);
            moment.hold(connection);
            CompletableFuture<Void> publishing = publishOnce(run);
            moment.awaitHeld(connection);
            doomed.kill();
            publishing.join();
            moment.letGo(connection);
        }
        try (HoldfastProcess next = start()) {
            assertThat(next.isAlive()).isTrue();
            fans.await(40);
            boolean published = launch.run(run).text("/state").equals("PUBLISHED");
            assertThat(published).isEqualTo(moment == Moment.COMMITTING);
            wholly(before, published ? run : 0);
            assertThat(launch.judge(launch.book(), published ? SLIP : 0)).isEmpty();
            launch.publish(run).is(200);
            wholly(before, run);
            launch.batteriesSlip(SLIP + 1);
            launch.publish(launch.preview()).is(200);
            fans.await(20);
            fans.end();
            assertThat(launch.judge(launch.book(), SLIP + 1)).isEmpty();
            nobodyIsLost(before);
            everyDepositIsWhereItBelongs();
            assertThat(rows("select launch, run from launch.staging")).isZero();
        }
    }

    private HoldfastProcess start() throws IOException {
        HoldfastProcess process = HoldfastProcess.start(data, FarAway.environment(database));
        sender.talksTo(process.address());
        return process;
    }

    /// Its answer never comes.
    private CompletableFuture<Void> publishOnce(long run) {
        return CompletableFuture.runAsync(() -> {
            try {
                var answer = sender.once(
                        "POST", BilledLaunch.OPERATOR_PATH + "/plans/" + run + "/publish", "planner", Map.of());
                throw new AssertionError("The server answered " + answer);
            } catch (IOException gone) {
                assertThat(gone).isNotNull();
            }
        });
    }

    /// @param run that moved them; 0: none did
    private void wholly(Map<String, JsonNode> before, long run) {
        int moved = 0;
        for (Map.Entry<String, JsonNode> old : before.entrySet()) {
            if (!BilledLaunch.isLive(old.getValue())) {
                continue;
            }
            JsonNode now = launch.order(old.getKey());
            List<JsonNode> was = promises(old.getValue());
            List<JsonNode> is = promises(now);
            String from = old.getValue().at("/promise/from").asString();
            String expected = run == 0 ? from : launch.told(run, old.getKey());
            assertThat(is.subList(0, was.size())).isEqualTo(was);
            assertThat(now.at("/promise/from").asString()).isEqualTo(expected);
            assertThat(is).hasSize(was.size() + (expected.equals(from) ? 0 : 1));
            moved += expected.equals(from) ? 0 : 1;
        }
        assertThat(moved > 0).as("the plan moves some").isEqualTo(run != 0);
    }

    private static List<JsonNode> promises(JsonNode order) {
        return order.get("promises").valueStream().toList();
    }

    /// Every order that was acknowledged is there once, at its position, and its key still names it.
    private void nobodyIsLost(Map<String, JsonNode> before) {
        Map<String, JsonNode> book = new HashMap<>();
        launch.book().forEach(order -> book.put(order.get("id").asString(), order));
        assertThat(book.keySet()).containsAll(before.keySet());
        assertThat(book).as("no key gave two orders").hasSize(before.size() + fans.deals.size());
        for (Deal deal : fans.deals) {
            JsonNode order = Objects.requireNonNull(book.get(deal.order()), deal::fan);
            assertThat(order.get("position").asLong()).isEqualTo(deal.position());
            assertThat(order.get("state").asString()).isEqualTo(deal.cancelled() ? "CANCELLED" : "PLACED");
            assertThat(launch.order(deal.order()).at("/promises/0/promise/from").asString())
                    .isEqualTo(deal.promise());
        }
        Deal any = fans.deals.element();
        assertThat(fans.place(any.fan(), any.offer(), "north").text("/id")).isIn(any.order(), "");
    }

    private void everyDepositIsWhereItBelongs() throws SQLException {
        assertThat(rows("""
                select o.id from launch.orders o where (o.state = 'PLACED') <> (500000 = (
                  select coalesce(sum(case when t.credit = 'HELD' then t.amount else -t.amount end), 0)
                  from launch.transfer t where t.order_text = o.id::text and 'HELD' in (t.credit, t.debit)))
                """)).isZero();
        assertThat(rows("select 1 from launch.unmatched")).isZero();
    }

    private int rows(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from (" + sql + ") as counted")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
