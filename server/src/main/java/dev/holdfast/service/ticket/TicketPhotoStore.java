package dev.holdfast.service.ticket;

import static dev.holdfast.kernel.SqlTime.utc;

import dev.holdfast.kernel.Photograph;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Photos of tickets, in the database: a backup has them, and they end with whose they are.
final class TicketPhotoStore {
    private static final String PUT = """
            insert into service.ticket_photo (ticket, id, at, type, bytes) values (:ticket, :id, :at, :type, :bytes)
            """;

    private static final String ALL = """
            select id, at, type, length(bytes) as bytes, checksum from service.ticket_photo where ticket = :ticket
            order by at, id
            """;

    private static final String CONTENT = """
            select type, bytes from service.ticket_photo where ticket = :ticket and id = :id
            """;

    private static final String REMOVE = "delete from service.ticket_photo where ticket = :ticket and id = :id";

    private final JdbcClient jdbc;

    TicketPhotoStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(long ticket, UUID id, Photograph photo, Instant now) {
        jdbc.sql(PUT)
                .param("ticket", ticket)
                .param("id", id)
                .param("at", utc(now))
                .param("type", photo.type())
                .param("bytes", photo.bytes())
                .update();
    }

    void remove(long ticket, UUID id) {
        jdbc.sql(REMOVE).param("ticket", ticket).param("id", id).update();
    }

    List<TicketPhoto> all(long ticket) {
        return jdbc.sql(ALL)
                .param("ticket", ticket)
                .query((row, number) -> new TicketPhoto(
                        row.getObject("id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("type"),
                        row.getInt("bytes"),
                        row.getString("checksum")))
                .list();
    }

    Optional<Photograph> content(long ticket, UUID id) {
        return jdbc.sql(CONTENT)
                .param("ticket", ticket)
                .param("id", id)
                .query((row, number) -> new Photograph(row.getString("type"), row.getBytes("bytes")))
                .optional();
    }
}
