package dev.holdfast.supply.run;

import dev.holdfast.supply.LaunchOdds;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// The odds of a run's weeks, a curve for each configuration and quantile.
final class OddsStore {
    static final int HALF = 50;
    static final int LIKELY = 90;

    private static final String ADD = """
            insert into supply.odds
              (launch, run, configuration, quantile, seed, scenarios, block, weeks, curve)
            values (?, ?, ?, ?, ?, ?, ?, ?::date[], ?::date[])
            on conflict (launch, run, configuration, quantile) do nothing
            """;

    private static final String JUDGE = """
            insert into supply.odds_coverage (launch, run, cases, share, weeks) values (?, ?, ?, ?, ?)
            """;

    private static final String HAS = """
            select exists (select from supply.odds_coverage where launch = ? and run = ?)
            """;

    private static final String COVERAGE = """
            select cases, share, weeks from supply.odds_coverage where launch = ? and run = ? and cases > 0
            """;

    private static final String FIND = """
            select configuration, quantile, weeks, curve from supply.odds where launch = ? and run = ?
            """;

    private final JdbcTemplate jdbc;

    OddsStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// By when units are there that were promised for a week; null: beyond the horizon.
    record Weeks(@Nullable LocalDate half, @Nullable LocalDate likely) {}

    /// Joins the running transaction, if there is one; what judges them is written last.
    void add(int launch, int run, LaunchOdds odds) {
        Map<String, List<LaunchOdds.Window>> byOffer =
                odds.windows().stream().collect(Collectors.groupingBy(LaunchOdds.Window::offer));
        byOffer.forEach((offer, windows) -> {
            add(launch, run, odds, offer, HALF, windows, LaunchOdds.Window::half);
            add(launch, run, odds, offer, LIKELY, windows, LaunchOdds.Window::likely);
        });
        LaunchOdds.Coverage coverage = odds.coverage();
        jdbc.update(
                JUDGE,
                launch,
                run,
                coverage == null ? 0 : coverage.cases(),
                coverage == null ? null : coverage.share(),
                coverage == null ? null : coverage.weeks());
    }

    boolean has(int launch, int run) {
        return Boolean.TRUE.equals(jdbc.queryForObject(HAS, Boolean.class, launch, run));
    }

    /// How the windows did that would have been told in the past; empty before there is a past.
    Optional<LaunchOdds.Coverage> coverage(int launch, int run) {
        return jdbc
                .query(
                        COVERAGE,
                        (row, _) -> new LaunchOdds.Coverage(
                                row.getLong("cases"), row.getDouble("share"), row.getDouble("weeks")),
                        launch,
                        run)
                .stream()
                .findFirst();
    }

    private void add(
            int launch,
            int run,
            LaunchOdds odds,
            String offer,
            int quantile,
            List<LaunchOdds.Window> windows,
            Function<LaunchOdds.Window, @Nullable LocalDate> by) {
        jdbc.update(
                ADD,
                launch,
                run,
                offer,
                quantile,
                odds.seed(),
                odds.scenarios(),
                odds.block(),
                array(windows, LaunchOdds.Window::week),
                array(windows, by));
    }

    private static String array(
            List<LaunchOdds.Window> windows, Function<LaunchOdds.Window, @Nullable LocalDate> week) {
        return windows.stream()
                .map(window -> {
                    LocalDate day = week.apply(window);
                    return day == null ? "NULL" : day.toString();
                })
                .collect(Collectors.joining(",", "{", "}"));
    }

    /// By configuration and promised week; nothing where the run has no odds.
    Map<String, NavigableMap<LocalDate, Weeks>> find(int launch, int run) {
        Map<String, NavigableMap<LocalDate, Weeks>> found = new HashMap<>();
        jdbc.query(
                FIND,
                row -> {
                    read(row, found.computeIfAbsent(row.getString("configuration"), name -> new TreeMap<>()));
                },
                launch,
                run);
        return found;
    }

    private static void read(ResultSet row, NavigableMap<LocalDate, Weeks> found) throws SQLException {
        boolean isHalf = row.getInt("quantile") == HALF;
        @Nullable Date[] weeks = dates(row.getArray("weeks"));
        @Nullable Date[] curve = dates(row.getArray("curve"));
        for (int at = 0; at < weeks.length; at++) {
            Date week = weeks[at];
            Date by = curve[at];
            LocalDate day = by == null ? null : by.toLocalDate();
            if (week != null) {
                Weeks one = isHalf ? new Weeks(day, null) : new Weeks(null, day);
                found.merge(
                        week.toLocalDate(),
                        one,
                        (had, more) -> isHalf ? new Weeks(day, had.likely()) : new Weeks(had.half(), day));
            }
        }
    }

    private static @Nullable Date[] dates(Array array) throws SQLException {
        return (@Nullable Date[]) array.getArray();
    }
}
