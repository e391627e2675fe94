package dev.holdfast.delivery.unit;

import dev.holdfast.delivery.unit.Fleet.Built;
import dev.holdfast.delivery.unit.Fleet.Kind;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Units counted, and the way between them and their lots in both directions.
final class FleetStore {
    private static final String BUILT = """
            select configuration, (built_at at time zone 'UTC')::date as day, count(*)::int as units
            from delivery.unit where launch = :launch group by configuration, day
            """;

    private static final String BUILT_OF = """
            with recursive made (root, lot) as (
              select number, number from delivery.lot where name = any (:lots)
              union
              select m.root, p.made from made m join delivery.lot_part p on p.lot = m.lot),
            units (root, unit) as (
              select distinct m.root, p.unit from made m join delivery.lot_unit p on p.lot = m.lot)
            select l.name, (u.built_at at time zone 'UTC')::date as day, count(*)::int as units
            from units t join delivery.unit u on u.number = t.unit join delivery.lot l on l.number = t.root
            where u.launch = :launch group by l.name, day
            """;

    private static final String KINDS = """
            select serial, configuration, (built_at at time zone 'UTC')::date as day from delivery.unit
            where launch = :launch and serial = any (:serials)
            """;

    private static final String LOTS_OF = """
            with recursive above (unit, lot) as (
              select u.number, p.lot from delivery.unit u join delivery.lot_unit p on p.unit = u.number
              where u.serial = any (:serials)
              union
              select a.unit, p.lot from above a join delivery.lot_part p on p.made = a.lot)
            select u.serial, l.name from above a
            join delivery.unit u on u.number = a.unit join delivery.lot l on l.number = a.lot
            """;

    private static final String LOTS = "select count(*)::int from delivery.lot";

    private final JdbcClient jdbc;

    FleetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Built> built(int launch) {
        return jdbc.sql(BUILT)
                .param("launch", launch)
                .query((row, number) -> new Built(
                        row.getString("configuration"), row.getObject("day", LocalDate.class), row.getInt("units")))
                .list();
    }

    Map<String, SortedMap<LocalDate, Integer>> builtOf(int launch, Collection<String> lots) {
        Map<String, SortedMap<LocalDate, Integer>> built = new HashMap<>();
        jdbc.sql(BUILT_OF)
                .param("launch", launch)
                .param("lots", lots.toArray(String[]::new))
                .query((ResultSet row) -> {
                    built.computeIfAbsent(row.getString("name"), lot -> new TreeMap<>())
                            .put(row.getObject("day", LocalDate.class), row.getInt("units"));
                });
        return built;
    }

    List<Kind> kinds(int launch, Collection<String> serials) {
        return jdbc.sql(KINDS)
                .param("launch", launch)
                .param("serials", serials.toArray(String[]::new))
                .query((row, number) -> new Kind(
                        row.getString("serial"), row.getString("configuration"), row.getObject("day", LocalDate.class)))
                .list();
    }

    Map<String, Set<String>> lotsOf(Collection<String> serials) {
        Map<String, Set<String>> lots = new HashMap<>();
        jdbc.sql(LOTS_OF).param("serials", serials.toArray(String[]::new)).query((ResultSet row) -> {
            lots.computeIfAbsent(row.getString("serial"), serial -> new TreeSet<>())
                    .add(row.getString("name"));
        });
        return lots;
    }

    int lots() {
        return jdbc.sql(LOTS).query(Integer.class).single();
    }

    List<Traced> trace(Collection<String> lots, int limit) {
        return jdbc.sql(LotStore.TRACE_ALL)
                .param("lots", lots.toArray(String[]::new))
                .param("after", 0L)
                .param("limit", limit)
                .query((row, number) -> LotStore.traced(row))
                .list();
    }
}
