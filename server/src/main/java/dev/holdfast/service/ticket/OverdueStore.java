package dev.holdfast.service.ticket;

import static dev.holdfast.kernel.SqlTime.utc;

import dev.holdfast.service.ticket.Overdue.Late;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Reads what is late. An index of its own holds nothing but tickets without an answer, so that all
/// places are looked through as fast as one.
final class OverdueStore {
    private static final String LATE = """
             where answered_at is null and state not in ('CONFIRMED', 'WITHDRAWN') and answer_due < :now
              and (:everywhere or place = any (:places))
            """;

    private static final String TICKETS = TicketStore.SELECT + LATE + " order by answer_due, number limit :max";

    private static final String PLACES = """
            select place, count(*) as tickets, min(answer_due) as since from service.ticket
            """ + LATE + " group by place order by since, place";

    private final JdbcClient jdbc;

    OverdueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param places null: everywhere
    List<Ticket> tickets(@Nullable List<String> places, Instant now, int max) {
        return late(TICKETS, places, now)
                .param("max", max)
                .query((row, number) -> TicketStore.ticket(row))
                .list();
    }

    /// @param places null: everywhere
    List<Late> places(@Nullable List<String> places, Instant now) {
        return late(PLACES, places, now)
                .query((row, number) -> new Late(
                        row.getString("place"),
                        row.getLong("tickets"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    private StatementSpec late(String sql, @Nullable List<String> places, Instant now) {
        return jdbc.sql(sql)
                .param("now", utc(now))
                .param("everywhere", places == null)
                .param("places", places == null ? new String[0] : places.toArray(String[]::new));
    }
}
