package dev.holdfast.supply.run;

import dev.holdfast.kernel.Check;
import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/// What a run keeps of its result: a curve for each configuration, and its line, packed.
final class KeptStore {
    private static final String ADD_CURVE = """
            insert into supply.plan_curve (launch, run, configuration, week, builds)
            select ?, ?, step.* from unnest(?::text[], ?::date[], ?::bigint[]) as step
            """;

    private static final String ADD_LINE = """
            insert into supply.plan_line (launch, run, packed) values (?, ?, ?)
            """;

    private static final String CURVES = """
            select configuration, week, builds from supply.plan_curve where launch = ? and run = ?
            order by configuration, week
            """;

    private static final String LINE = """
            select packed from supply.plan_line where launch = ? and run = ?
            """;

    /// Never a run that was published, nor one that a run still there agreed with: both are computed again from it.
    private static final String PRUNE = """
            with old as materialized (
              select r.launch, r.run from supply.plan_run r
              where r.launch = ? and r.state in ('preview', 'failed') and r.requested_at < ?
                and r.run <= (select max(run) from supply.plan_run where launch = ?) - ?
                and not exists (
                  select from supply.plan_run other where other.launch = r.launch and r.run = any (other.agreeing))
              order by r.run limit ?),
            odds as (delete from supply.odds o using old where o.launch = old.launch and o.run = old.run),
            curves as (delete from supply.plan_curve c using old where c.launch = old.launch and c.run = old.run),
            lines as (delete from supply.plan_line l using old where l.launch = old.launch and l.run = old.run)
            delete from supply.plan_run r using old where r.launch = old.launch and r.run = old.run
            """;

    private static final String LINE_HASH = """
            select 'sha256:' || encode(sha256(packed), 'hex') from supply.plan_line where launch = ? and run = ?
            """;

    private final JdbcTemplate jdbc;

    KeptStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// One step of a configuration's curve.
    ///
    /// @param week Monday of the build week
    /// @param builds units built by the end of that week
    record Step(String configuration, LocalDate week, long builds) {}

    void add(int launch, int run, List<Step> curves, byte[] line) {
        jdbc.update(ADD_CURVE, statement -> {
            Connection connection = statement.getConnection();
            statement.setInt(1, launch);
            statement.setInt(2, run);
            statement.setArray(3, connection.createArrayOf("text", column(curves, Step::configuration)));
            statement.setArray(4, connection.createArrayOf("text", column(curves, step -> step.week.toString())));
            statement.setArray(5, connection.createArrayOf("bigint", column(curves, Step::builds)));
        });
        jdbc.update(ADD_LINE, launch, run, line);
    }

    /// Forgets previews that nobody published.
    ///
    /// @param before when those were asked for that may go
    /// @param latest so many of the launch's latest runs stay, however old
    /// @return how many went, at most `most`
    int prune(int launch, Instant before, int latest, int most) {
        return jdbc.update(PRUNE, launch, Timestamp.from(before), launch, latest, most);
    }

    private static Object[] column(List<Step> curves, Function<Step, Object> of) {
        return curves.stream().map(of).toArray();
    }

    Map<String, List<Step>> curves(int launch, int run) {
        Map<String, List<Step>> curves = new TreeMap<>();
        jdbc.query(
                CURVES,
                row -> {
                    Step step = new Step(
                            row.getString("configuration"),
                            row.getObject("week", LocalDate.class),
                            row.getLong("builds"));
                    curves.computeIfAbsent(step.configuration, name -> new ArrayList<>())
                            .add(step);
                },
                launch,
                run);
        return curves;
    }

    /// The hash of the packed line as it lies there, as [Hashes#of] has it; empty: there is none.
    Optional<String> lineHash(int launch, int run) {
        return jdbc.query(LINE_HASH, (row, number) -> row.getString(1), launch, run).stream()
                .findFirst();
    }

    byte[] line(int launch, int run) {
        List<byte[]> packed = jdbc.query(LINE, (row, number) -> row.getBytes(1), launch, run);
        Check.that(packed.size() == 1, "Run %s of launch %s has no line.", run, launch);
        return packed.getFirst();
    }
}
