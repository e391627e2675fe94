package dev.holdfast.delivery.handover;

import static dev.holdfast.kernel.SqlTime.utc;

import dev.holdfast.kernel.Photograph;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Photos of hand-overs, in the database: a backup has them, and they end with whom they are about.
final class PhotoStore {
    private static final String PUT = """
            insert into delivery.handover_photo (id, handover, actor, at, told_at, point, type, bytes)
            values (:id, :handover, :actor, :at, :now, :point, :type, :bytes) on conflict (id) do nothing
            """;

    private static final String ALL = """
            select id, actor, at, point, type from delivery.handover_photo where handover = :handover order by at, id
            """;

    private static final String CONTENT = """
            select p.type, p.bytes from delivery.handover_photo p where p.id = :id and p.handover = :handover
            """;

    private static final String COUNT = "select count(*) from delivery.handover_photo where handover = :handover";

    private final JdbcClient jdbc;

    PhotoStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false: its id is known
    boolean put(long handOver, Photo photo, byte[] bytes, Instant now) {
        return jdbc.sql(PUT)
                        .param("id", photo.id())
                        .param("handover", handOver)
                        .param("actor", photo.actor())
                        .param("at", utc(photo.at()))
                        .param("now", utc(now))
                        .param("point", photo.point())
                        .param("type", photo.type())
                        .param("bytes", bytes)
                        .update()
                > 0;
    }

    List<Photo> all(long handOver) {
        return jdbc.sql(ALL)
                .param("handover", handOver)
                .query((row, number) -> new Photo(
                        row.getObject("id", UUID.class),
                        row.getString("point"),
                        row.getString("type"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor")))
                .list();
    }

    Optional<Photograph> content(long handOver, UUID id) {
        return jdbc.sql(CONTENT)
                .param("handover", handOver)
                .param("id", id)
                .query((row, number) -> new Photograph(row.getString("type"), row.getBytes("bytes")))
                .optional();
    }

    int count(long handOver) {
        return jdbc.sql(COUNT).param("handover", handOver).query(Integer.class).single();
    }
}
