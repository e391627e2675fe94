package dev.holdfast.launch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// How PostgreSQL carries out what the intake and those who look at orders send it: by an index, however large the book
/// is and whatever the planner knows of it. A plan is made once for each connection, mostly while the book is empty.
class PlansTest {
    private static final int ORDERS = 200_000;

    private static final TestDatabase EMPTY = TestDatabase.fresh();
    private static final TestDatabase FULL = TestDatabase.fresh();

    private static final String FILL = """
            insert into launch.launch (number, slug, definition)
            select n, 'car-' || n, '{"currency": "CNY"}' from generate_series(1, 3) as n;
            insert into launch.line (launch, positions) select n, %1$s from generate_series(1, 3) as n;
            insert into launch.tally (launch, offer) select n, 'offer-1' from generate_series(1, 3) as n;
            insert into launch.orders (id, launch, position, entered, member, idempotency_key, request, offer, live,
              state, rank, price, deposit, held_at, pay_before, first_offer, first_rank, first_deposit)
            select lpad(to_hex(n), 32, '0')::uuid, 1, n, n, 'fan-' || n, 'key', lpad(to_hex(n), 32, '0')::uuid,
              'offer-1', true, 'PLACED', n, 1, 1, '2026-11-20', '2026-11-21', 'offer-1', n, 1
            from generate_series(1, %1$s) as n;
            insert into launch.payment_event (launch, number, provider, webhook, kind, order_id, payment, amount,
              currency, at, outcome)
            select 1, n, 'sandbox', 'webhook-' || n, 'SUCCEEDED', lpad(to_hex(n), 32, '0')::uuid, 'payment-' || n, 1,
              'CNY', '2026-11-20', 'PLACED'
            from generate_series(1, %1$s) as n;
            insert into launch.refund (id, launch, order_id, provider, payment, amount, currency, cause, requested_at,
              next_attempt_at)
            select lpad(to_hex(n), 32, '0')::uuid, 1, lpad(to_hex(n), 32, '0')::uuid, 'sandbox', 'payment-' || n, 1,
              'CNY',
              'cancelled', '2026-11-20', '2026-11-20'
            from generate_series(1, %1$s / 20) as n;
            insert into launch.unmatched (provider, webhook, kind, order_text, payment, amount, currency, at, reason)
            select 'sandbox', 'stray-' || n, 'SUCCEEDED', 'none-' || n, 'stray-' || n, 1, 'CNY', '2026-11-20',
              'no such order'
            from generate_series(1, %1$s / 20) as n;
            insert into launch.explanation (launch, plan_run, binding, event, english, chinese)
            select 1, 1 + n %% 13, 'part-' || n, n, 'late', 'late' from generate_series(1, %1$s / 20) as n;
            insert into launch.transfer (launch, order_text, debit, credit, amount, currency, at, cause)
            select 1, lpad(to_hex(n), 32, '0')::uuid::text, 'RECEIVED', 'HELD', 1, 'CNY', '2026-11-20', 'paid'
            from generate_series(1, %1$s) as n;
            insert into launch.vacated (launch, position, order_id, at)
            select 2, n, lpad(to_hex(n), 32, '0')::uuid, '2026-11-20' from generate_series(1, %1$s / 20) as n;
            insert into launch.consent (order_id, launch, state, at, actor, slips)
            select lpad(to_hex(n), 32, '0')::uuid, 1, 'ASKED', '2026-11-20', 'clock', 1
            from generate_series(1, %1$s / 20) as n;
            insert into launch.state_change (order_id, state, at, cause, actor)
            select lpad(to_hex(n), 32, '0')::uuid, 'LOCKED', '2026-11-20', 'locked', 'fan'
            from generate_series(1, %1$s) as n;
            insert into launch.promise (order_id, at, reason)
            select lpad(to_hex(n), 32, '0')::uuid, '2026-11-20', 'changed' from generate_series(1, %1$s / 20) as n;
            insert into launch.publication (launch, run, sequence, at, entries)
            select 1, n, n, '2026-11-20', n from generate_series(1, 12) as n;
            insert into launch.promise (order_id, at, reason, launch, plan_run)
            select lpad(to_hex(n), 32, '0')::uuid, '2026-11-20', 'plan_published', 1, 1 + n %% 13
            from generate_series(1, %1$s / 2) as n;
            insert into launch.journal (launch, sequence, at, events)
            select 1, n, '2026-11-20', '[]' from generate_series(1, %1$s / 20) as n;
            """;

    /// What the committers send, and what has to be in the conditions by which an index is searched.
    private static final Map<String, List<String>> HOT = Map.ofEntries(
            Map.entry(OrderStore.REPLAYS, List.of("member = asked.member", "idempotency_key = asked.idempotency_key")),
            Map.entry(OrderStore.BY_ID, List.of("id = ANY")),
            Map.entry(PromiseStore.CURRENT, List.of("order_id = o.id")),
            Map.entry(OrderStore.LIVE, List.of("member = asked.member")),
            Map.entry(OrderStore.UPDATE, List.of("id = n.id")),
            Map.entry(MoneyStore.SEEN_WEBHOOKS, List.of("webhook = asked.webhook")),
            Map.entry(MoneyStore.SEEN_PAYMENTS, List.of("payment = asked.payment")),
            Map.entry(MoneyStore.OWED, List.of("payment = asked.payment")),
            Map.entry(MoneyStore.REFUNDED, List.of("id = ANY")),
            Map.entry(MoneyStore.REFUND_FAILED, List.of("id = ANY")),
            Map.entry(DueStore.ENDED_UP_TO, List.of("\"position\" >")),
            Map.entry(DueStore.ENDED, List.of("\"position\" >", "\"position\" <=")),
            Map.entry(DueStore.RIPE, List.of("number >")),
            Map.entry(LineStore.LOCK, List.of("launch =")),
            Map.entry(LineStore.ADVANCE, List.of("launch =")),
            Map.entry(LineStore.FOLLOW, List.of("sequence >")),
            Map.entry(LineStore.TALLIES, List.of("launch =")));

    /// What readers send, on connections without those settings.
    private static final Map<String, List<String>> READ = Map.ofEntries(
            Map.entry(Book.ONE, List.of("id =")),
            Map.entry(Book.PAGE, List.of("\"position\" >")),
            Map.entry(Book.OF_MEMBER, List.of("member =")),
            Map.entry(Book.STATES, List.of("order_id =")),
            Map.entry(Book.PROMISES, List.of("order_id =")),
            Map.entry(Book.REFUND, List.of("order_id =")),
            Map.entry(Book.UNMATCHED, List.of("number >")),
            Map.entry(Finding.UP, List.of("\"position\" >", "\"position\" <=")),
            Map.entry(Finding.DOWN, List.of("\"position\" >", "\"position\" <=")),
            Map.entry(Finding.SOONEST, List.of("\"position\" >", "\"position\" <=")),
            Map.entry(Finding.LATEST, List.of("\"position\" >", "\"position\" <=")),
            Map.entry(Finding.HELD_UP, List.of("id >", "id <=")),
            Map.entry(Finding.HELD_DOWN, List.of("id >", "id <=")),
            Map.entry(Finding.OF_MEMBER, List.of("member =")),
            Map.entry(Filing.PAYMENTS, List.of("order_id =")),
            Map.entry(Filing.UNMATCHED, List.of("order_text =")),
            Map.entry(Filing.TRANSFERS, List.of("order_text =")),
            Map.entry(Finding.AT, List.of("\"position\" =")));

    /// What a publication sends while orders wait for it, on connections of readers that may only look up.
    private static final Map<String, List<String>> FLIP = Map.of(
            FlipStore.NAMED, List.of("id = asked.id", "order_id = o.id"),
            StagedConsent.STAGED, List.of("id = asked.id", "order_id = o.id"),
            StagingStore.DROP, List.of("order_id = ANY"),
            StagingStore.DROP_ALL, List.of("plan_run ="),
            LineStore.FOLLOW, List.of("sequence >"));

    private static final String LOOK_UP_ONLY = "-c enable_hashjoin=off -c enable_mergejoin=off";

    private static final Pattern TRAPS =
            Pattern.compile("Hash Join|Merge Join|Seq Scan on (?!launch\\b|tally|line|publication)");

    @BeforeAll
    static void fill() throws SQLException {
        execute(FULL, FILL.formatted(ORDERS));
        execute(FULL, "analyze");
    }

    static Stream<String> hot() {
        return HOT.keySet().stream();
    }

    static Stream<String> read() {
        return READ.keySet().stream();
    }

    @ParameterizedTest(name = "statement {index}")
    @MethodSource("hot")
    void theIntakeFindsEverythingByAnIndex(String sql) throws SQLException {
        List<String> conditions = HOT.getOrDefault(sql, List.of());
        assertByIndex(plan(FULL, CommitterPool.INDEXES_ONLY, sql), conditions);
        assertByIndex(plan(EMPTY, CommitterPool.INDEXES_ONLY, sql), conditions);
    }

    static Stream<String> flip() {
        return FLIP.keySet().stream();
    }

    @ParameterizedTest(name = "statement {index}")
    @MethodSource("flip")
    void aPublicationFindsEverythingByAnIndex(String sql) throws SQLException {
        assertByIndex(plan(FULL, LOOK_UP_ONLY, sql), FLIP.getOrDefault(sql, List.of()));
    }

    /// A run has half a million rows the moment before the statistics know of one.
    @Test
    void whatARunHasStagedForSomeOrdersIsNotLookedForAmongAllThatItHas() throws SQLException {
        for (String sql : List.of(FlipStore.NAMED, StagedConsent.STAGED, StagingStore.DROP)) {
            for (TestDatabase database : List.of(EMPTY, FULL)) {
                assertThat(plan(database, LOOK_UP_ONLY, sql).lines().filter(line -> line.contains("Index Cond")))
                        .as(sql)
                        .noneMatch(line -> line.contains("plan_run = $"));
            }
        }
    }

    @ParameterizedTest(name = "statement {index}")
    @MethodSource("read")
    void whoLooksAtOrdersReadsThemByAnIndex(String sql) throws SQLException {
        assertByIndex(plan(FULL, "", sql), READ.getOrDefault(sql, List.of()));
    }

    @Test
    void withoutItsSettingsTheCommitterWouldReadTheWholeBook() throws SQLException {
        TestDatabase small = TestDatabase.fresh();
        execute(small, FILL.formatted(400));
        execute(small, "analyze");
        assertThat(plan(small, "", OrderStore.UPDATE)).containsPattern(TRAPS);
        assertByIndex(plan(small, CommitterPool.INDEXES_ONLY, OrderStore.UPDATE), List.of("id = n.id"));
    }

    @Test
    void aSweepLooksNoFurtherThanItSaysThoughNothingIsDue() throws SQLException {
        String ripe = "explain (analyze) "
                + DueStore.RIPE
                        .replaceFirst("\\?", "1")
                        .replaceFirst("\\?", "0")
                        .replaceFirst("\\?", String.valueOf(DueStore.MAX_LOOK))
                        .replaceFirst("\\?", "timestamptz '2026-11-01'");
        String ended = "explain (analyze) "
                + DueStore.ENDED_UP_TO
                        .replaceFirst("\\?", "now()")
                        .replaceFirst("\\?", "now()")
                        .replaceFirst("\\?", "now()")
                        .replaceFirst("\\?", "1")
                        .replaceFirst("\\?", "0")
                        .replaceFirst("\\?", String.valueOf(DueStore.MAX_LOOK));
        assertThat(mostRows(text(FULL, CommitterPool.INDEXES_ONLY, ripe))).isEqualTo(DueStore.MAX_LOOK);
        assertThat(mostRows(text(FULL, CommitterPool.INDEXES_ONLY, ended))).isEqualTo(DueStore.MAX_LOOK);
    }

    private static long mostRows(String plan) {
        return Pattern.compile("actual [^)]*rows=(\\d+)|Removed by Filter: (\\d+)")
                .matcher(plan)
                .results()
                .map(PlansTest::number)
                .mapToLong(Long::parseLong)
                .max()
                .orElseThrow();
    }

    private static String number(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    private static void assertByIndex(String plan, List<String> conditions) {
        assertThat(plan).doesNotContainPattern(TRAPS);
        List<String> searched =
                plan.lines().filter(line -> line.contains("Index Cond")).toList();
        for (String condition : conditions) {
            assertThat(searched).as(plan).anyMatch(line -> line.contains(condition));
        }
    }

    /// The plan for any values, as a prepared statement has it.
    private static String plan(TestDatabase database, String settings, String sql) throws SQLException {
        StringBuilder numbered = new StringBuilder();
        int number = 0;
        for (String part : sql.split("\\?|(?<!:):(?=[a-z])\\w*", -1)) {
            numbered.append(number == 0 ? "" : "$" + number).append(part);
            number++;
        }
        return text(database, settings, "explain (generic_plan) " + numbered);
    }

    private static String text(TestDatabase database, String settings, String explain) throws SQLException {
        try (Connection connection = connect(database, settings);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(explain)) {
            StringBuilder plan = new StringBuilder();
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
            return plan.toString();
        }
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database, "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Statements go as they are: a plan for any values has no values to bind.
    private static Connection connect(TestDatabase database, String settings) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        properties.setProperty("preferQueryMode", "simple");
        properties.setProperty("options", settings);
        return DriverManager.getConnection(database.url(), properties);
    }
}
