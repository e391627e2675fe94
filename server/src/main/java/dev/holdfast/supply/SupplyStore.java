package dev.holdfast.supply;

import dev.holdfast.launch.Curve;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.springframework.jdbc.core.JdbcTemplate;

/// The rows of supplies, version by version.
final class SupplyStore {
    /// Called under the launch's line lock, so two uploads cannot take the same version.
    private static final String ADD_VERSION = """
            insert into supply.version (launch, version, at, actor)
            select ?, coalesce(max(version), 0) + 1, ?, ? from supply.version where launch = ?
            returning version
            """;

    private static final String ADD_RECEIPT = """
            insert into supply.receipt (launch, version, offer, week, quantity) values (?, ?, ?, ?, ?)
            """;

    private static final String IN_FORCE = """
            select offer, week, sum(quantity) over (partition by offer order by week) as cumulative
            from supply.receipt
            where launch = ? and version = (select max(version) from supply.version where launch = ?)
            order by offer, week
            """;

    private static final int BATCH = 5_000;

    private final JdbcTemplate jdbc;

    SupplyStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// Joins the running transaction.
    ///
    /// @param quantities per offer and week
    /// @return the version
    int add(int launch, Instant at, String actor, Map<String, SortedMap<LocalDate, Long>> quantities) {
        Integer version = jdbc.queryForObject(ADD_VERSION, Integer.class, launch, Timestamp.from(at), actor, launch);
        if (version == null) {
            throw new IllegalStateException("No version came back for launch " + launch + ".");
        }
        List<Object[]> rows = new ArrayList<>();
        quantities.forEach((offer, weeks) -> weeks.forEach(
                (week, quantity) -> rows.add(new Object[] {launch, version, offer, Date.valueOf(week), quantity})));
        for (int from = 0; from < rows.size(); from += BATCH) {
            jdbc.batchUpdate(ADD_RECEIPT, rows.subList(from, Math.min(from + BATCH, rows.size())));
        }
        return version;
    }

    /// The curves of the version in force, by offer.
    Map<String, Curve> curves(int launch) {
        Map<String, List<LocalDate>> weeks = new HashMap<>();
        Map<String, List<Long>> totals = new HashMap<>();
        jdbc.query(
                IN_FORCE,
                row -> {
                    String offer = row.getString("offer");
                    weeks.computeIfAbsent(offer, id -> new ArrayList<>()).add(row.getObject("week", LocalDate.class));
                    totals.computeIfAbsent(offer, id -> new ArrayList<>()).add(row.getLong("cumulative"));
                },
                launch,
                launch);
        Map<String, Curve> curves = new HashMap<>();
        weeks.forEach((offer, of) -> curves.put(offer, new Curve(of, totals.getOrDefault(offer, List.of()))));
        return curves;
    }
}
