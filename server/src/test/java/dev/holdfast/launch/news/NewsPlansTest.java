package dev.holdfast.launch.news;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever tells looks every second: with nothing new, and with one chunk of a great plan, it must find its rows by an
/// index, and never read a whole table of a launch.
class NewsPlansTest {
    private static final TestDatabase FULL = TestDatabase.fresh();

    private static final String FILL = """
            insert into launch.launch (number, slug, definition) values (1, 'car', '{"currency": "CNY"}');
            insert into launch.line (launch, positions) values (1, 40000);
            insert into launch.orders (id, launch, position, entered, member, idempotency_key, request, offer, live,
              state, rank, price, deposit, held_at, pay_before, first_offer, first_rank, first_deposit)
            select lpad(to_hex(n), 32, '0')::uuid, 1, n, n, 'fan-' || n, 'key', lpad(to_hex(n), 32, '0')::uuid,
              'offer-1', true, 'PLACED', n, 1, 1, '2026-11-20', '2026-11-21', 'offer-1', n, 1
            from generate_series(1, 40000) as n;
            insert into launch.publication (launch, run, sequence, at, entries)
            select 1, n, n, '2026-11-20', n from generate_series(1, 40) as n;
            insert into launch.promise (order_id, at, reason, launch, plan_run)
            select lpad(to_hex(n), 32, '0')::uuid, '2026-11-20', 'plan_published', 1, 1 + n % 41
            from generate_series(1, 40000) as n;
            insert into launch.consent (order_id, launch, plan_run, state, at, actor, slips, answer_by)
            select lpad(to_hex(n), 32, '0')::uuid, 1, nullif(n % 41, 0), 'ASKED', '2026-11-20', 'clock', 1,
              timestamptz '2026-12-01' + n * interval '1 minute'
            from generate_series(1, 40000) as n;
            insert into launch.compensation (order_id, launch, plan_run, rule, weeks, amount, currency, set_off, at)
            select lpad(to_hex(n), 32, '0')::uuid, 1, nullif(n % 41, 0), 'late', 1, 1, 'CNY', true, '2026-11-20'
            from generate_series(1, 40000) as n;
            insert into launch.settlement (order_id, compensation, launch, way, amount, currency, reference, note,
              operator, at)
            select c.order_id, c.number, 1, 'PAID', 1, 'CNY', 'r', '', 'operator', '2026-11-20'
            from launch.compensation c where c.number % 8 = 0;
            insert into launch.review_step (order_id, launch, act, at, actor, points, said)
            select lpad(to_hex(n), 32, '0')::uuid, 1, 'OPENED', '2026-11-20', 'screening', 60, 'instrument 3 60'
            from generate_series(1, 20000) as n;
            insert into launch.state_change (order_id, state, at, cause, actor)
            select lpad(to_hex(n), 32, '0')::uuid, 'PLACED', '2026-11-20',
              case when n % 40 = 0 then 'lock_asked' else 'locked' end, 'clock'
            from generate_series(1, 40000) as n;
            insert into launch.refund (id, launch, order_id, provider, payment, amount, currency, cause, requested_at,
              next_attempt_at)
            select lpad(to_hex(n), 32, '0')::uuid, 1, lpad(to_hex(n), 32, '0')::uuid, 'sandbox', 'payment-' || n, 1,
              'CNY', 'cancelled', '2026-11-20', '2026-11-20' from generate_series(1, 2000) as n;
            analyze""";

    /// The index that must be searched, by statement.
    private static final Map<String, String> STATEMENTS = Map.ofEntries(
            Map.entry(MovedPromises.PUBLISHED, "promise_by_run"),
            Map.entry(AskedQuestions.PUBLISHED, "consent_by_run"),
            Map.entry(AskedQuestions.AT_ONCE, "consent_by_batch"),
            Map.entry(GrantedCompensation.PUBLISHED, "compensation_by_run"),
            Map.entry(GrantedCompensation.AT_ONCE, "compensation_by_batch"),
            Map.entry(SettledCompensation.AT_ONCE, "settlement_by_launch"),
            Map.entry(ReviewSteps.AT_ONCE, "review_step_by_launch"),
            Map.entry(Reminders.NEXT, "consent_due"),
            Map.entry(AskedLocks.NEXT, "state_change_lock_asked"));

    private static final Pattern WHOLE_TABLE = Pattern.compile(
            "Seq Scan on (?:promise|consent|compensation|settlement|review_step|state_change|orders|refund)\\b");

    @BeforeAll
    static void fill() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(FILL);
        }
    }

    static Stream<String> statements() {
        return STATEMENTS.keySet().stream();
    }

    @ParameterizedTest(name = "statement {index}")
    @MethodSource("statements")
    void newsIsFoundByAnIndex(String sql) throws SQLException {
        String plan = plan(sql);
        assertThat(plan).doesNotContainPattern(WHOLE_TABLE);
        assertThat(plan).contains(STATEMENTS.getOrDefault(sql, "an index"));
    }

    /// A run of 300,000 rows is 30 chunks: each may look up its own, and none that come after.
    @ParameterizedTest
    @ValueSource(strings = {"promise", "consent", "compensation"})
    void aChunkLooksUpNothingForTheRowsAfterIt(String table) throws SQLException {
        String sql = Map.of(
                        "promise", MovedPromises.PUBLISHED,
                        "consent", AskedQuestions.PUBLISHED,
                        "compensation", GrantedCompensation.PUBLISHED)
                .getOrDefault(table, "");
        String plan = plan(sql.replace(":max", "10"), "explain (analyze, timing off, costs off) ");
        assertThat(plan).containsPattern("orders_pkey .*loops=10\\)");
    }

    private static String plan(String sql) throws SQLException {
        return plan(sql, "explain ");
    }

    /// With values, as a chunk of the first run has them.
    private static String plan(String sql, String explain) throws SQLException {
        String asked = sql.replace(":launch", "1")
                .replace(":sequence", "7")
                .replace(":number", "0")
                .replace(":max", "500")
                .replace(":now", "timestamptz '2026-12-01'")
                .replace(":soon", "timestamptz '2026-12-04'")
                .replace(":after", "timestamptz '2026-12-02'")
                .replace(":first", "'00000000-0000-0000-0000-000000000000'")
                .replace(":last", "'ffffffff-ffff-ffff-ffff-ffffffffffff'");
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(explain + asked)) {
            StringBuilder plan = new StringBuilder();
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
            return plan.toString();
        }
    }

    private static Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", FULL.user());
        properties.setProperty("password", FULL.password());
        properties.setProperty("preferQueryMode", "simple");
        return DriverManager.getConnection(FULL.url(), properties);
    }
}
