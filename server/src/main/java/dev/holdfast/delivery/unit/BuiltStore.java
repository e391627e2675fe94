package dev.holdfast.delivery.unit;

import dev.holdfast.supply.BuiltUnits;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Counts what was built, in a walk over all units of a launch: asked when a plan is computed, not by the clock.
final class BuiltStore implements BuiltUnits {
    private static final String BUILT = """
            select u.configuration, (u.built_at at time zone :zone)::date as day, count(*) as units,
              count(*) filter (where u.state = 'DAMAGED' or (u.state <> 'DELIVERED' and u.number in (
                select k.unit from delivery.quarantined_unit k where k.released_at is null))) as lost
            from delivery.unit u where u.launch = :launch group by 1, 2 order by 1, 2
            """;

    private final JdbcClient jdbc;

    BuiltStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Day> of(int launch, ZoneId zone) {
        return jdbc.sql(BUILT)
                .param("launch", launch)
                .param("zone", zone.getId())
                .query((row, number) -> new Day(
                        row.getString("configuration"),
                        row.getObject("day", LocalDate.class),
                        row.getLong("units"),
                        row.getLong("lost")))
                .list();
    }
}
