package dev.holdfast.supply.run;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The rows of plan runs.
final class RunStore {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// Four times as long as a server takes between two signs of life.
    static final Duration LOST = Duration.ofSeconds(20);

    /// Two at once may pick one number: the key refuses the second, which picks again.
    private static final String ADD = """
            insert into supply.plan_run
              (launch, run, state, wish, republishes, base, requested_by, requested_at, alive_at)
            select ?, coalesce(max(run), 0) + 1, 'running', ?::jsonb, ?, ?, ?, ?, now()
            from supply.plan_run where launch = ?
            on conflict do nothing
            returning run
            """;

    private static final String COMPUTED = """
            update supply.plan_run set state = 'preview', start = ?, weeks = ?, offers = ?, supply_event = ?,
              plant_hash = ?, input_hash = ?, result_hash = ?, agreeing = ?, line_sequence = ?, positions = ?,
              orders = ?, moved = ?, waiting_weeks = ?, lateness_weeks = ?, bound = ?, gap = ?, envy = ?,
              overtakes = ?, frozen_violations = ?, promises_broken = ?, report = ?::jsonb, seconds = ?
            where launch = ? and run = ? and state = 'running'
            """;

    private static final String FAILED = """
            update supply.plan_run set state = 'failed', fault = ? where launch = ? and run = ? and state = 'running'
            """;

    private static final String ALIVE = """
            update supply.plan_run set alive_at = now() where launch = ? and run = ? and state = 'running'
            """;

    /// By the clock of the database, which all instances share.
    private static final String IS_LOST = """
            select coalesce(alive_at, requested_at) < now() - make_interval(secs => ?)
            from supply.plan_run where launch = ? and run = ? and state = 'running'
            """;

    private static final String SUPERSEDE = """
            update supply.plan_run set state = 'superseded' where launch = ? and state = 'published'
            """;

    private static final String PUBLISH = """
            update supply.plan_run set state = 'published', published_by = ?, published_at = ?
            where launch = ? and run = ? and state = 'preview'
            """;

    private static final String COLUMNS = """
            select run, state, wish, republishes, base, requested_by, requested_at, start, weeks, offers,
              supply_event, plant_hash, input_hash, result_hash, agreeing, line_sequence, positions, orders, moved,
              report, seconds, fault, published_by, published_at
            from supply.plan_run where launch = ?
            """;

    private static final String ONE = COLUMNS + " and run = ?";

    private static final String LATEST = COLUMNS + " order by run desc limit ?";

    private static final String IN_FORCE = """
            select coalesce(max(run), 0) from supply.plan_run where launch = ? and state = 'published'
            """;

    private static final String PUBLISHED = """
            select run, start, weeks, lateness_weeks, bound, envy, overtakes, frozen_violations
            from supply.plan_run where launch = ? and published_at is not null order by published_at, run
            """;

    private static final String EARLIER = """
            select run from supply.plan_run
            where launch = ? and run < ? and state in ('preview', 'published', 'superseded') order by run desc limit ?
            """;

    private final JdbcTemplate jdbc;

    RunStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// A run as its row has it, with what only this module needs of it.
    ///
    /// @param offers the launch's offers then, in the order of the plant's configurations
    /// @param agreeing the runs before that had to agree with an improvement
    /// @param positions the last position its line had
    record Row(PlanRun run, List<String> offers, List<Integer> agreeing, long positions) {}

    int add(int launch, PlanWish wish, @Nullable Integer republishes, int base, String by, Instant at) {
        List<Integer> added = List.of();
        while (added.isEmpty()) {
            added = jdbc.query(
                    ADD,
                    (row, number) -> row.getInt(1),
                    launch,
                    JSON.writeValueAsString(wish),
                    republishes,
                    base,
                    by,
                    Timestamp.from(at),
                    launch);
        }
        return added.getFirst();
    }

    void computed(int launch, int run, Computed computed) {
        PlanRun.Inputs inputs = computed.inputs();
        PlanReport.Figures figures = computed.report().figures();
        PlanReport.Bound bound = computed.report().bound();
        jdbc.update(COMPUTED, statement -> {
            int at = 0;
            statement.setObject(++at, inputs.start());
            statement.setInt(++at, inputs.weeks());
            statement.setArray(
                    ++at,
                    statement
                            .getConnection()
                            .createArrayOf("text", computed.offers().toArray()));
            statement.setLong(++at, inputs.supplyEvent());
            statement.setString(++at, inputs.plantHash());
            statement.setString(++at, inputs.inputHash());
            statement.setString(++at, inputs.resultHash());
            statement.setArray(
                    ++at,
                    statement
                            .getConnection()
                            .createArrayOf("int", computed.agreeing().toArray()));
            statement.setLong(++at, inputs.lineSequence());
            statement.setLong(++at, computed.positions());
            statement.setLong(++at, inputs.orders());
            statement.setLong(++at, inputs.moved());
            statement.setLong(++at, figures.waitingWeeks());
            statement.setLong(++at, figures.latenessWeeks());
            statement.setDouble(++at, bound.latenessWeeks());
            statement.setObject(++at, bound.gap());
            statement.setLong(++at, figures.envy());
            statement.setLong(++at, figures.overtakes());
            statement.setLong(++at, figures.frozenViolations());
            statement.setLong(++at, figures.promisesBroken());
            statement.setString(++at, JSON.writeValueAsString(computed.report()));
            statement.setDouble(++at, computed.seconds());
            statement.setInt(++at, launch);
            statement.setInt(++at, run);
        });
    }

    /// What a run writes of itself when it is computed.
    record Computed(
            PlanRun.Inputs inputs,
            List<String> offers,
            List<Integer> agreeing,
            long positions,
            PlanReport report,
            double seconds) {}

    void failed(int launch, int run, String fault) {
        jdbc.update(FAILED, fault, launch, run);
    }

    /// Its server still computes it, or has it waiting.
    void alive(int launch, int run) {
        jdbc.update(ALIVE, launch, run);
    }

    /// Whether nothing was heard of a run for longer than a server that lives would be silent.
    boolean isLost(int launch, int run) {
        return jdbc.query(IS_LOST, (row, number) -> row.getBoolean(1), LOST.toSeconds(), launch, run).stream()
                .anyMatch(Boolean::booleanValue);
    }

    /// Joins the running transaction, under the line's lock.
    ///
    /// @return false when it is no preview any more
    boolean publish(int launch, int run, String by, Instant at) {
        jdbc.update(SUPERSEDE, launch);
        return jdbc.update(PUBLISH, by, Timestamp.from(at), launch, run) == 1;
    }

    Optional<Row> find(int launch, int run) {
        return jdbc.query(ONE, (row, number) -> row(row), launch, run).stream().findFirst();
    }

    /// The latest runs, the latest first.
    List<Row> latest(int launch, int most) {
        return jdbc.query(LATEST, (row, number) -> row(row), launch, most);
    }

    /// The number of the run in force; 0 before the first.
    int inForce(int launch) {
        Integer run = jdbc.queryForObject(IN_FORCE, Integer.class, launch);
        return run == null ? 0 : run;
    }

    /// The figures of every run that ever was in force, in the order in which they were published.
    List<Published> published(int launch) {
        return jdbc.query(
                PUBLISHED,
                (row, _) -> new Published(
                        row.getInt("run"),
                        row.getObject("start", LocalDate.class),
                        row.getInt("weeks"),
                        row.getLong("lateness_weeks"),
                        row.getDouble("bound"),
                        row.getLong("envy"),
                        row.getLong("overtakes"),
                        row.getLong("frozen_violations")),
                launch);
    }

    /// @param start Monday of the first build week
    record Published(
            int run,
            LocalDate start,
            int weeks,
            long latenessWeeks,
            double bound,
            long envy,
            long overtakes,
            long frozenViolations) {
        /// The Monday after the last build week.
        LocalDate end() {
            return start.plusWeeks(weeks);
        }
    }

    /// The numbers of the runs computed before one, the latest first.
    List<Integer> before(int launch, int run, int most) {
        return jdbc.query(EARLIER, (row, number) -> row.getInt(1), launch, run, most);
    }

    private static Row row(ResultSet row) throws SQLException {
        Timestamp publishedAt = row.getTimestamp("published_at");
        String report = row.getString("report");
        PlanRun run = new PlanRun(
                row.getInt("run"),
                PlanRun.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                JSON.readValue(row.getString("wish"), PlanWish.class),
                row.getObject("republishes", Integer.class),
                row.getInt("base"),
                row.getString("requested_by"),
                row.getTimestamp("requested_at").toInstant(),
                inputs(row),
                report == null ? null : JSON.readValue(report, PlanReport.class),
                row.getObject("seconds", Double.class),
                row.getString("fault"),
                publishedAt == null
                        ? null
                        : new PlanRun.Publication(row.getString("published_by"), publishedAt.toInstant()),
                null);
        return new Row(run, list(row, "offers"), list(row, "agreeing"), row.getLong("positions"));
    }

    private static PlanRun.@Nullable Inputs inputs(ResultSet row) throws SQLException {
        LocalDate start = row.getObject("start", LocalDate.class);
        return start == null
                ? null
                : new PlanRun.Inputs(
                        start,
                        row.getInt("weeks"),
                        row.getLong("supply_event"),
                        row.getLong("line_sequence"),
                        row.getLong("orders"),
                        row.getLong("moved"),
                        row.getString("plant_hash"),
                        row.getString("input_hash"),
                        row.getString("result_hash"));
    }

    @SuppressWarnings("unchecked") // the column's type is the caller's word
    private static <T> List<T> list(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : (List<T>) Arrays.asList((Object[]) array.getArray());
    }
}
