package dev.holdfast.delivery.handover;

import static dev.holdfast.kernel.SqlTime.utc;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of checklists: each file is a version, and none is ever changed.
final class ChecklistStore {
    private static final String VERSION = """
            select coalesce(max(version), 0) from delivery.checklist where launch = :launch
            """;

    private static final String LOCK = "select pg_advisory_xact_lock(4017255, :launch)";

    private static final String PUT = """
            insert into delivery.checklist (launch, version, position, point, name_en, name_zh, needed, photo, told_at)
            values (:launch, :version, :position, :point, :en, :zh, :needed, :photo, :now)
            """;

    private static final String POINTS = """
            select point, name_en, name_zh, needed, photo from delivery.checklist
            where launch = :launch and version = :version order by position
            """;

    private final JdbcClient jdbc;

    ChecklistStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The version in force; 0 where nobody wrote one.
    int version(int launch) {
        return jdbc.sql(VERSION).param("launch", launch).query(Integer.class).single();
    }

    Checklist of(int launch, int version) {
        if (version == 0) {
            return Checklist.DEFAULT;
        }
        return new Checklist(
                version,
                jdbc.sql(POINTS)
                        .param("launch", launch)
                        .param("version", version)
                        .query((row, number) -> new Point(
                                row.getString("point"),
                                Map.of("en", row.getString("name_en"), "zh", row.getString("name_zh")),
                                row.getBoolean("needed"),
                                row.getBoolean("photo")))
                        .list());
    }

    /// As the next version; of two who put one the second is the later.
    int put(int launch, List<Point> points, Instant now) {
        jdbc.sql(LOCK).param("launch", launch).query((row, number) -> number).list();
        int version = version(launch) + 1;
        for (int position = 0; position < points.size(); position++) {
            Point point = points.get(position);
            jdbc.sql(PUT)
                    .param("launch", launch)
                    .param("version", version)
                    .param("position", position)
                    .param("point", point.id())
                    .param("en", point.name().getOrDefault("en", ""))
                    .param("zh", point.name().getOrDefault("zh", ""))
                    .param("needed", point.needed())
                    .param("photo", point.photo())
                    .param("now", utc(now))
                    .update();
        }
        return version;
    }
}
