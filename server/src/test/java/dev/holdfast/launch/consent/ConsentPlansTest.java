package dev.holdfast.launch.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.TestDatabase;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What batches and plan runs ask of consent is asked while others wait for the line: each order by an index, and never
/// a whole table of a launch.
class ConsentPlansTest {
    private static final TestDatabase FULL = TestDatabase.fresh();

    /// Every order was asked three times, granted twice and moved once, by forty runs; one in three was locked.
    private static final String FILL = """
            insert into launch.launch (number, slug, definition) values (1, 'car', '{"currency": "CNY"}');
            insert into launch.orders (id, launch, position, entered, member, idempotency_key, request, offer, live,
              state, rank, price, deposit, held_at, pay_before, first_offer, first_rank, first_deposit)
            select lpad(to_hex(n), 32, '0')::uuid, 1, n, n, 'fan-' || n, 'key', lpad(to_hex(n), 32, '0')::uuid,
              'offer-1', true, 'PLACED', n, 1, 1, '2026-11-20', '2026-11-21', 'offer-1', n, 1
            from generate_series(1, 40000) as n;
            insert into launch.publication (launch, run, sequence, at, entries)
            select 1, n, n, '2026-11-20', n from generate_series(1, 40) as n;
            insert into launch.promise (order_id, at, reason, launch, plan_run)
            select lpad(to_hex(n), 32, '0')::uuid, '2026-11-20', 'changed', 1, 1 + n % 40
            from generate_series(1, 40000) as n;
            insert into launch.consent (order_id, launch, plan_run, state, at, actor, slips, answer_by)
            select lpad(to_hex(n), 32, '0')::uuid, 1, nullif((n + slip) % 41, 0), 'ASKED', '2026-11-20', 'clock', slip,
              timestamptz '2026-12-01' + n * interval '1 minute'
            from generate_series(1, 40000) as n, generate_series(1, 3) as slip;
            insert into launch.compensation (order_id, launch, plan_run, rule, weeks, amount, currency, set_off, at)
            select lpad(to_hex(n), 32, '0')::uuid, 1, nullif((n + week) % 41, 0), 'late', week, 1, 'CNY', true,
              '2026-11-20'
            from generate_series(1, 40000) as n, generate_series(1, 2) as week;
            insert into launch.settlement (order_id, compensation, launch, way, amount, currency, reference, note,
              operator, at)
            select c.order_id, c.number, 1, 'PAID', 1, 'CNY', 'r', '', 'operator', '2026-11-20'
            from launch.compensation c;
            insert into launch.state_change (order_id, state, at, cause, actor)
            select lpad(to_hex(n), 32, '0')::uuid, 'LOCKED', '2026-11-20', 'locked', 'clock'
            from generate_series(1, 40000, 3) as n;
            analyze""";

    /// A plan run looks up a thousand at once; a batch a few.
    private static final String ORDERS = IntStream.rangeClosed(1, 1_000)
            .mapToObj(number -> "%032x".formatted(number * 40))
            .collect(Collectors.joining(",", "'{", "}'"));

    /// What must be searched by an index, by statement.
    private static final Map<String, String> STATEMENTS = Map.of(
            ConsentBook.STANDINGS, "consent_pkey",
            CompensationBook.GRANTED, "Index Cond: (order_id =",
            CompensationBook.ORDERS, "orders_pkey",
            ConsentClock.DUE, "consent_due",
            ConsentReads.OF_ORDER, "consent_pkey",
            ConsentReads.OPEN, "consent_due",
            ConsentReads.COMPENSATION, "Index Cond: (order_id =");

    private static final Pattern WHOLE_TABLE =
            Pattern.compile("Seq Scan on (?:promise|consent|compensation|settlement|state_change|orders)\\b");

    private static final JdbcClient JDBC = JdbcClient.create(FULL.dataSource());

    @BeforeAll
    static void fill() {
        Stream.of(FILL.split(";\n")).forEach(statement -> JDBC.sql(statement).update());
    }

    static Stream<String> statements() {
        return STATEMENTS.keySet().stream();
    }

    @ParameterizedTest(name = "statement {index}")
    @MethodSource("statements")
    void eachOrderIsFoundByAnIndex(String sql) {
        String plan = plan(sql);
        assertThat(plan).doesNotContainPattern(WHOLE_TABLE);
        assertThat(plan).contains(STATEMENTS.getOrDefault(sql, "an index"));
    }

    private static String plan(String sql) {
        String asked = sql.replace("unnest(?::uuid[])", "unnest(" + ORDERS + "::uuid[])")
                .replace("c.launch = ?", "c.launch = 1")
                .replace("c.answer_by <= ?", "c.answer_by <= timestamptz '2026-12-02'")
                .replace("limit ?", "limit " + ConsentClock.MAX_LOOK)
                .replace(":launch", "1")
                .replace(":limit", "100")
                .replace(":after", "null")
                .replace(":order", "'" + "%032x".formatted(7) + "'");
        return String.join(
                "\n", JDBC.sql("explain " + asked).query(String.class).list());
    }
}
