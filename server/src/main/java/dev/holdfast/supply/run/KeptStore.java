package dev.holdfast.supply.run;

import dev.holdfast.kernel.Check;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/// What a run keeps of its result: a curve for each configuration, and its line, packed.
final class KeptStore {
    private static final String ADD_CURVE = """
            insert into supply.plan_curve (launch, run, configuration, week, builds) values (?, ?, ?, ?, ?)
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

    private static final int BATCH = 5_000;

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
        List<Object[]> rows = new ArrayList<>();
        for (Step step : curves) {
            rows.add(new Object[] {launch, run, step.configuration, Date.valueOf(step.week), step.builds});
        }
        for (int from = 0; from < rows.size(); from += BATCH) {
            jdbc.batchUpdate(ADD_CURVE, rows.subList(from, Math.min(rows.size(), from + BATCH)));
        }
        jdbc.update(ADD_LINE, launch, run, line);
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

    byte[] line(int launch, int run) {
        List<byte[]> packed = jdbc.query(LINE, (row, number) -> row.getBytes(1), launch, run);
        Check.that(packed.size() == 1, "Run %s of launch %s has no line.", run, launch);
        return packed.getFirst();
    }
}
