package dev.holdfast.delivery.unit;

import dev.holdfast.supply.StoppedUnits;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How many units of each kind are stopped, and of how many supply was told.
///
/// As long as somebody whose unit was stopped is not back in line, or somebody who has another one does not
/// stand by it, what was told last counts: else promises were given again to those who have a unit, and not to
/// those who lost it.
final class StoppedStore implements StoppedUnits {
    private static final String WRITE = """
            insert into delivery.stopped (launch, configuration, units)
            select :launch, n.configuration, n.units from unnest(:configurations::text[], :units::bigint[])
              as n (configuration, units)
            on conflict (launch, configuration) do update set units = excluded.units
            """;

    private static final String NONE = """
            update delivery.stopped set units = 0 where launch = :launch and configuration <> all (:configurations)
            """;

    private static final String MOVING = """
            (exists (select from delivery.returning_order r where r.launch = s.launch)
              or exists (select from delivery.holding h where h.launch = s.launch and h.due and h.told = 'LOCKED'))
            """;

    private static final String OF = "select configuration, case when " + MOVING + """
             then told else units end as units
            from delivery.stopped s where launch = :launch
            """;

    private static final String UNTOLD =
            "select distinct launch from delivery.stopped s where units <> told and not " + MOVING + " order by launch";

    private static final String TOLD = """
            update delivery.stopped s set told = n.units
            from unnest(:configurations::text[], :units::bigint[]) as n (configuration, units)
            where s.launch = :launch and s.configuration = n.configuration
            """;

    private final JdbcClient jdbc;

    StoppedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// In the transaction that gave units, under the launch's [Turn].
    void write(int launch, Map<String, Long> stopped) {
        set(WRITE, launch, stopped);
        jdbc.sql(NONE)
                .param("launch", launch)
                .param("configurations", stopped.keySet().toArray(String[]::new))
                .update();
    }

    @Override
    public Map<String, Long> of(int launch) {
        Map<String, Long> stopped = new HashMap<>();
        jdbc.sql(OF).param("launch", launch).query((ResultSet row) -> {
            stopped.put(row.getString("configuration"), row.getLong("units"));
        });
        return stopped;
    }

    /// Launches of which supply is to be told.
    List<Integer> untold() {
        return jdbc.sql(UNTOLD).query((row, number) -> row.getInt(1)).list();
    }

    /// @param stopped as they were before supply was told: what changed meanwhile is told again
    void told(int launch, Map<String, Long> stopped) {
        set(TOLD, launch, stopped);
    }

    private void set(String statement, int launch, Map<String, Long> stopped) {
        jdbc.sql(statement)
                .param("launch", launch)
                .param("configurations", stopped.keySet().toArray(String[]::new))
                .param("units", stopped.values().toArray(Long[]::new))
                .update();
    }
}
