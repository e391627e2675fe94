package dev.holdfast.launch;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Counts the rows of a book again, whatever the counters in it say.
final class Recount {
    private Recount() {}

    static boolean positionsAreWithoutGapOrRepeat(JdbcClient jdbc) {
        return jdbc.sql("""
                        select coalesce(bool_and(taken = positions and first = 1 and last = taken), true)
                        from (select count(distinct position) as positions, count(*) as taken,
                                min(position) as first, max(position) as last
                              from (select launch, position from launch.orders
                                    union all select launch, position from launch.vacated) as every
                              group by launch) as counted
                        """).query(Boolean.class).single();
    }

    static long positions(JdbcClient jdbc) {
        return jdbc.sql("select coalesce(max(position), 0) from launch.orders")
                .query(Long.class)
                .single();
    }

    /// Live orders by launch and offer.
    static Map<String, Integer> live(JdbcClient jdbc) {
        Map<String, Integer> live = new HashMap<>();
        jdbc.sql("select launch || ' ' || offer, count(*) from launch.orders where live group by 1")
                .query((row, number) -> live.put(row.getString(1), row.getInt(2)))
                .list();
        return live;
    }
}
