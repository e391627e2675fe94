package dev.holdfast.delivery.unit;

import dev.holdfast.launch.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which lots units are made of, and which lots other lots are.
///
/// Lots go by numbers of four bytes: at ten million rows that is a third of each index, and the way from a
/// lot to its units reads indexes alone. `union` in the walk from lot to lot ends it where a sender closed a
/// circle.
final class LotStore {
    private static final String ADD = """
            insert into delivery.lot (name) select n.name from unnest(:names::text[]) as n (name)
            on conflict do nothing
            """;

    private static final String USE = """
            insert into delivery.lot_unit (lot, unit)
            select l.number, u.number from unnest(:lots::text[], :serials::text[]) as n (lot, serial)
            join delivery.lot l on l.name = n.lot join delivery.unit u on u.serial = n.serial
            on conflict do nothing
            """;

    private static final String PART = """
            insert into delivery.lot_part (lot, made)
            select l.number, m.number from unnest(:lots::text[], :made::text[]) as n (lot, made)
            join delivery.lot l on l.name = n.lot join delivery.lot m on m.name = n.made
            on conflict do nothing
            """;

    private static final String OF_UNIT = """
            select l.name from delivery.lot_unit p join delivery.lot l on l.number = p.lot
            where p.unit = :unit order by l.name
            """;

    /// All that was made of some lots, each unit once. The page is found in the index first, and only its units are
    /// read: as a join, the planner would read the whole table of units for one lot.
    static final String TRACE_ALL = """
            with recursive made (lot) as (
              select number from delivery.lot where name = any (:lots)
              union
              select p.made from made m join delivery.lot_part p on p.lot = m.lot)
            select u.number, u.launch, u.serial, u.configuration, u.state, h.order_id
            from delivery.unit u left join delivery.holding h on h.unit = u.number
            where u.number = any (array(
              select distinct p.unit from delivery.lot_unit p
              where p.lot = any (array(select m.lot from made m)) and p.unit > :after
              order by p.unit limit :limit))
            order by u.number
            """;

    private static final String OF_UNITS = """
            select u.serial, l.name from delivery.lot_unit p
            join delivery.lot l on l.number = p.lot join delivery.unit u on u.number = p.unit
            where p.unit = any (:units) order by u.number, l.name
            """;

    /// Every lot that went into these, through however many others, with what was made of it.
    private static final String MADE_OF = """
            with recursive above (lot) as (
              select number from delivery.lot where name = any (:lots)
              union
              select p.lot from above a join delivery.lot_part p on p.made = a.lot)
            select m.name as made, l.name from above a
            join delivery.lot_part p on p.made = a.lot
            join delivery.lot m on m.number = p.made join delivery.lot l on l.number = p.lot
            order by made, l.name
            """;

    private static final String KNOWN = "select number from delivery.lot where name = :lot";

    private final JdbcClient jdbc;

    LotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean knows(String lot) {
        return jdbc.sql(KNOWN).param("lot", lot).query(Integer.class).optional().isPresent();
    }

    /// @param lotsOf by serial number
    void use(Map<String, Set<String>> lotsOf) {
        List<String> lots = new ArrayList<>();
        List<String> serials = new ArrayList<>();
        lotsOf.forEach((serial, named) -> named.forEach(lot -> {
            lots.add(lot);
            serials.add(serial);
        }));
        if (!lots.isEmpty()) {
            add(Set.copyOf(lots));
            jdbc.sql(USE)
                    .param("lots", lots.toArray(String[]::new))
                    .param("serials", serials.toArray(String[]::new))
                    .update();
        }
    }

    /// @param made for each lot those that were made of it
    void part(Map<String, Set<String>> made) {
        List<String> lots = new ArrayList<>();
        List<String> into = new ArrayList<>();
        made.forEach((lot, others) -> others.forEach(other -> {
            lots.add(lot);
            into.add(other);
        }));
        if (!lots.isEmpty()) {
            add(Set.copyOf(lots));
            add(Set.copyOf(into));
            jdbc.sql(PART)
                    .param("lots", lots.toArray(String[]::new))
                    .param("made", into.toArray(String[]::new))
                    .update();
        }
    }

    private void add(Collection<String> names) {
        jdbc.sql(ADD)
                .param("names", names.stream().sorted().toArray(String[]::new))
                .update();
    }

    List<String> ofUnit(long unit) {
        return jdbc.sql(OF_UNIT)
                .param("unit", unit)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /// By serial number.
    Map<String, Set<String>> ofUnits(List<Long> units) {
        Map<String, Set<String>> lots = new LinkedHashMap<>();
        jdbc.sql(OF_UNITS).param("units", units.toArray(Long[]::new)).query((ResultSet row) -> {
            lots.computeIfAbsent(row.getString("serial"), serial -> new LinkedHashSet<>())
                    .add(row.getString("name"));
        });
        return lots;
    }

    /// For each lot that these came from, or that is one of these, the lots it was made of.
    Map<String, Set<String>> madeOf(Collection<String> lots) {
        Map<String, Set<String>> made = new LinkedHashMap<>();
        jdbc.sql(MADE_OF).param("lots", lots.toArray(String[]::new)).query((ResultSet row) -> {
            made.computeIfAbsent(row.getString("made"), lot -> new LinkedHashSet<>())
                    .add(row.getString("name"));
        });
        return made;
    }

    List<Traced> trace(String lot, long after, int limit) {
        return jdbc.sql(TRACE_ALL)
                .param("lots", new String[] {lot})
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> traced(row))
                .list();
    }

    static Traced traced(ResultSet row) throws SQLException {
        @Nullable UUID order = row.getObject("order_id", UUID.class);
        return new Traced(
                row.getLong("number"),
                row.getInt("launch"),
                row.getString("serial"),
                row.getString("configuration"),
                UnitState.valueOf(row.getString("state")),
                order == null ? null : new OrderId(order),
                null);
    }
}
