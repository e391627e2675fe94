package dev.holdfast.delivery.unit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The one lock of delivery, a row for each launch: whoever changes its units or gives them away holds it.
class Turn {
    private static final String BEGIN =
            "insert into delivery.turn (launch, due) values (:launch, true) on conflict do nothing";

    private static final String LOCK =
            "select due or given_at < :before from delivery.turn where launch = :launch for update";

    private static final String DUE = "update delivery.turn set due = true where launch = :launch";

    private static final String DONE = "update delivery.turn set due = false, given_at = :at where launch = :launch";

    private static final String LAUNCHES = "select launch from delivery.turn order by launch";

    private final JdbcClient jdbc;

    Turn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Until the running transaction ends; says that units are to be given anew.
    void change(int launch) {
        jdbc.sql(BEGIN).param("launch", launch).update();
        lock(launch, Instant.EPOCH);
        jdbc.sql(DUE).param("launch", launch).update();
    }

    /// Until the running transaction ends.
    ///
    /// @param before units that were given last before this are to be given anew, whatever happened
    /// @return whether they are to be given
    boolean lock(int launch, Instant before) {
        return jdbc.sql(LOCK)
                .param("launch", launch)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void done(int launch, Instant at) {
        jdbc.sql(DONE)
                .param("launch", launch)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Launches that ever had units.
    List<Integer> launches() {
        return jdbc.sql(LAUNCHES).query((row, number) -> row.getInt(1)).list();
    }
}
