package dev.holdfast.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.TestDatabase;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/// A real server is killed three times while it closes a campaign, in the middle of taking money and in the middle of
/// giving it up. What happened to each pledge is read off the provider's own list: once, and nothing else.
class CampaignKilledTest {
    private static final int BACKERS = 60;
    private static final long PRICE = 39_900;
    private static final long SUM = BACKERS * PRICE;
    private static final int MAX_PAUSES = 600;
    private static final String PATH = "/api/v1/launches/lantern";

    /// The end of the campaign is set to now, once everybody has pledged: how long that takes is the machine's affair.
    private static final String END = "update launch.campaign set ends_at = now()";

    /// Two minutes, for which the dead server's leases hold, are not waited for.
    private static final String LEASES_END =
            "update launch.authorisation set next_attempt_at = now() where act is not null";

    private static final String OTHERS =
            "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";

    private final Database database = TestDatabase.empty();
    private final FarAway sender = new FarAway();
    private final List<String> pledges = new ArrayList<>();
    private Path data = Path.of("/nowhere");
    private volatile @Nullable HoldfastProcess server;

    @BeforeEach
    void makeFolder() throws IOException {
        data = Files.createTempDirectory("holdfast-campaign-test-");
    }

    @AfterEach
    void removeFolder() throws IOException {
        HoldfastProcess last = server;
        if (last != null) {
            last.close();
        }
        sender.close();
        FileSystemUtils.deleteRecursively(data);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoeverDiesWhileTheCampaignClosesEachPledgeIsTakenOrGivenUpOnce(boolean success) throws Exception {
        try (FarStripe stripe = new FarStripe(sender, this::kill)) {
            start(stripe);
            define(success ? SUM : SUM + 1);
            for (int backer = 0; backer < BACKERS; backer++) {
                pledge(stripe, "backer-" + backer);
            }
            assertThat(campaign("/sum/amount")).isEqualTo(Long.toString(SUM));
            stripe.strikeAfter(5, false);
            run(END);
            awaitDeath();
            stripe.strikeAfter(5, true);
            goOn(stripe);
            awaitDeath();
            stripe.strikeAfter(2, true);
            goOn(stripe);
            awaitDeath();
            goOn(stripe);
            for (String order : pledges) {
                awaitMoney(order, success ? "TAKEN" : "RELEASED");
            }
            String moved = success ? "succeeded " : "canceled ";
            assertThat(stripe.moved())
                    .containsExactlyInAnyOrderElementsOf(
                            pledges.stream().map(order -> moved + order).toList());
            assertThat(campaign("/verdict")).isEqualTo(success ? "SUCCEEDED" : "FAILED");
            theBooksSayTheSame(success);
        }
    }

    private void start(FarStripe stripe) throws IOException {
        Map<String, String> environment = FarAway.environment(database);
        environment.putAll(stripe.environment());
        HoldfastProcess next = HoldfastProcess.start(data, environment);
        server = next;
        sender.talksTo(next.address());
    }

    private void kill() {
        HoldfastProcess doomed = server;
        if (doomed != null) {
            doomed.kill();
        }
    }

    private void awaitDeath() {
        HoldfastProcess doomed = server;
        for (int i = 0; i < MAX_PAUSES && doomed != null && doomed.isAlive(); i++) {
            FarAway.pause();
        }
        assertThat(doomed != null && !doomed.isAlive()).as("killed").isTrue();
    }

    /// Another server takes over, once the last word of the dead one has reached the database.
    private void goOn(FarStripe stripe) throws Exception {
        while (count(OTHERS) > 0) {
            FarAway.pause();
        }
        run(LEASES_END);
        stripe.whileShut(() -> start(stripe));
    }

    private void define(long goal) {
        Map<String, Object> launch = new HashMap<>();
        launch.put("name", Map.of("en", "Lantern"));
        launch.put("mode", "crowdfund");
        launch.put("opensAt", Instant.now().minusSeconds(60).toString());
        launch.put("closesAt", Instant.now().plus(Duration.ofHours(75)).toString());
        launch.put("currency", "CNY");
        launch.put("limitPerMember", 1);
        launch.put("payWithin", "PT15M");
        launch.put("lockAfter", "P7D");
        launch.put("beyondSupply", "waitlist");
        launch.put(
                "offers",
                List.of(Map.of("id", "lantern", "name", Map.of("en", "L"), "price", PRICE, "deposit", PRICE)));
        launch.put("campaign", Map.of("funding", "all_or_nothing", "goal", goal));
        sender.insist("PUT", "/api/v1/operator/launches/lantern", "operator", launch)
                .is(201);
    }

    private void pledge(FarStripe stripe, String backer) {
        String order = sender.insist(
                        "POST", PATH + "/orders", backer, Map.of("offer", "lantern"), "Idempotency-Key", "once")
                .is(201)
                .text("/id");
        stripe.promise(order, PRICE);
        pledges.add(order);
    }

    private String campaign(String pointer) {
        return sender.insist("GET", PATH + "/campaign", "operator", "").is(200).text(pointer);
    }

    private void awaitMoney(String order, String wanted) {
        String money = "";
        for (int i = 0; i < MAX_PAUSES && !money.equals(wanted); i++) {
            FarAway.pause();
            money = sender.insist("GET", "/api/v1/orders/" + order + "/pledge", "operator", "")
                    .is(200)
                    .text("/money");
        }
        assertThat(money).as(order).isEqualTo(wanted);
    }

    private void theBooksSayTheSame(boolean success) throws SQLException {
        assertThat(count("select coalesce(sum(amount), 0) from launch.transfer where credit = 'HELD'"))
                .isEqualTo(success ? SUM : 0);
        assertThat(count("select count(*) from launch.transfer where debit = 'HELD'"))
                .isZero();
        String told = success ? "campaign.succeeded" : "campaign.failed";
        assertThat(count("select count(*) from launch.pledge_news where kind = '" + told + "'"))
                .isEqualTo(BACKERS);
        assertThat(count("select count(distinct order_id) from launch.pledge_news where kind = '" + told + "'"))
                .isEqualTo(BACKERS);
        assertThat(count("select count(*) from launch.pledge_news where kind = 'pledge.captured'"))
                .isEqualTo(success ? BACKERS : 0);
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
