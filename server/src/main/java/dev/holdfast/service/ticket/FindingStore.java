package dev.holdfast.service.ticket;

import static dev.holdfast.kernel.SqlTime.utc;

import dev.holdfast.launch.OrderId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The feed of findings. A number is given by one writer at a time until it has committed: who has read up
/// to a number
/// has read all below it.
final class FindingStore {
    static final int MAX_PAGE = 1_000;

    private static final String ONE_WRITES = """
            select 1 from (select pg_advisory_xact_lock(4017261)) as locked
            """;

    private static final String ADD = """
            insert into service.finding (ticket, at, component, symptom, lot)
            values (:ticket, :at, :component, :symptom, :lot)
            """;

    private static final String AFTER = """
            select f.number, f.ticket, f.at, t.order_id, t.launch, t.serial, t.configuration, t.place, t.subject,
              f.component, f.symptom, f.lot
            from service.finding f join service.ticket t on t.number = f.ticket
            where f.number > :after order by f.number limit :max
            """;

    private final JdbcClient jdbc;

    FindingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The last thing that a transaction does: others wait from here to its end.
    void add(Ticket ticket, Instant now) {
        jdbc.sql(ONE_WRITES).query((row, number) -> number).list();
        jdbc.sql(ADD)
                .param("ticket", ticket.number())
                .param("at", utc(now))
                .param("component", ticket.component())
                .param("symptom", ticket.symptom())
                .param("lot", ticket.lot())
                .update();
    }

    List<Finding> after(long number, int max) {
        return jdbc.sql(AFTER)
                .param("after", number)
                .param("max", Math.clamp(max, 1, MAX_PAGE))
                .query((row, index) -> new Finding(
                        row.getLong("number"),
                        row.getLong("ticket"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new OrderId(row.getObject("order_id", UUID.class)),
                        row.getInt("launch"),
                        row.getString("serial"),
                        row.getString("configuration"),
                        row.getString("place"),
                        row.getString("subject"),
                        row.getString("component"),
                        row.getString("symptom"),
                        row.getString("lot")))
                .list();
    }
}
