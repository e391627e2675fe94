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
            select offer, week, sum(quantity - withheld) over (partition by offer order by week) as cumulative
            from supply.receipt
            where launch = ? and version = (select max(version) from supply.version where launch = ?)
            order by offer, week
            """;

    private static final String REPEAT = """
            insert into supply.receipt (launch, version, offer, week, quantity)
            select launch, version + 1, offer, week, quantity from supply.receipt where launch = ? and version = ?
            """;

    /// Units are handed out in entry order, so what is stopped is missing from the earliest weeks.
    private static final String WITHHOLD = """
            update supply.receipt r set withheld = n.withheld from (
              select t.offer, t.week, least(t.quantity, s.units + t.quantity
                - sum(t.quantity) over (partition by t.offer order by t.week)) as withheld
              from supply.receipt t join unnest(?::text[], ?::bigint[]) as s (offer, units) on s.offer = t.offer
              where t.launch = ? and t.version = ?) n
            where r.launch = ? and r.version = ? and r.offer = n.offer and r.week = n.week and n.withheld > 0
            """;

    private static final String WITHHOLDS = """
            select not exists (
              select from (
                select offer, sum(quantity) as told, sum(withheld) as withheld from supply.receipt
                where launch = ? and version = (select max(version) from supply.version where launch = ?)
                group by offer) r
              left join unnest(?::text[], ?::bigint[]) as s (offer, units) on s.offer = r.offer
              where r.withheld <> least(r.told, coalesce(s.units, 0)))
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
        int version = add(launch, at, actor);
        List<Object[]> rows = new ArrayList<>();
        quantities.forEach((offer, weeks) -> weeks.forEach(
                (week, quantity) -> rows.add(new Object[] {launch, version, offer, Date.valueOf(week), quantity})));
        for (int from = 0; from < rows.size(); from += BATCH) {
            jdbc.batchUpdate(ADD_RECEIPT, rows.subList(from, Math.min(from + BATCH, rows.size())));
        }
        return version;
    }

    /// A new version of what the one before says. Joins the running transaction.
    int repeat(int launch, Instant at, String actor) {
        int version = add(launch, at, actor);
        jdbc.update(REPEAT, launch, version - 1);
        return version;
    }

    private int add(int launch, Instant at, String actor) {
        Integer version = jdbc.queryForObject(ADD_VERSION, Integer.class, launch, Timestamp.from(at), actor, launch);
        if (version == null) {
            throw new IllegalStateException("No version came back for launch " + launch + ".");
        }
        return version;
    }

    /// Takes units from a version that was just added. Joins the running transaction.
    ///
    /// @param stopped units by offer; more than there are take all
    void withhold(int launch, int version, Map<String, Long> stopped) {
        jdbc.update(WITHHOLD, offers(stopped), units(stopped), launch, version, launch, version);
    }

    /// Whether the version in force lacks just these units; also when there is none.
    boolean withholds(int launch, Map<String, Long> stopped) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject(WITHHOLDS, Boolean.class, launch, launch, offers(stopped), units(stopped)));
    }

    private static String[] offers(Map<String, Long> stopped) {
        return stopped.keySet().toArray(String[]::new);
    }

    private static Long[] units(Map<String, Long> stopped) {
        return stopped.values().toArray(Long[]::new);
    }

    /// The curves of the version in force, by offer, without what is withheld.
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
