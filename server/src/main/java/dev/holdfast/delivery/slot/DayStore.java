package dev.holdfast.delivery.slot;

import static dev.holdfast.kernel.SqlTime.utc;

import dev.holdfast.delivery.slot.Appointment.State;
import dev.holdfast.launch.OrderId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What those see who hand over: who comes when, and who waits.
final class DayStore {
    private static final String BOOKED = """
            select a.order_id, a.slot, a.state, u.serial, u.configuration
            from delivery.slot s join delivery.appointment a on a.slot = s.number
            left join delivery.holding h on h.order_id = a.order_id left join delivery.unit u on u.number = h.unit
            where s.place = :place and s.from_at >= :begin and s.from_at < :end and s.bay <> 'SERVICE'
            order by s.from_at, s.bay, a.priority_at, a.order_id limit :max
            """;

    private static final String BACKLOG = """
            select a.order_id, u.serial, a.priority_at, a.invited_at, a.missed from delivery.appointment a
            join delivery.holding h on h.order_id = a.order_id join delivery.unit u on u.number = h.unit
            where a.region = :region and a.state = 'WAITING' order by a.priority_at, a.order_id limit :max
            """;

    private final JdbcClient jdbc;

    DayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Booked> booked(String place, Instant from, Instant to, int max) {
        return jdbc.sql(BOOKED)
                .param("place", place)
                .param("begin", utc(from))
                .param("end", utc(to))
                .param("max", max)
                .query((row, number) -> new Booked(
                        new OrderId(row.getObject("order_id", UUID.class)),
                        row.getLong("slot"),
                        State.valueOf(row.getString("state")),
                        row.getString("serial"),
                        row.getString("configuration")))
                .list();
    }

    List<Backlog> backlog(String region, int max) {
        return jdbc.sql(BACKLOG)
                .param("region", region)
                .param("max", max)
                .query((row, number) -> {
                    OffsetDateTime invited = row.getObject("invited_at", OffsetDateTime.class);
                    return new Backlog(
                            new OrderId(row.getObject("order_id", UUID.class)),
                            row.getString("serial"),
                            row.getObject("priority_at", OffsetDateTime.class).toInstant(),
                            invited == null ? null : invited.toInstant(),
                            row.getInt("missed"));
                })
                .list();
    }
}
