package dev.holdfast.member.personal;

import java.io.ByteArrayOutputStream;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// Everything that is kept about one member, as one JSON document.
///
/// Made in memory: a fan's has some kilobytes, and no connection is held while a slow reader takes them.
final class PersonalFile {
    /// Rows of one table. A fan's are a few dozen; the file says where there were more.
    static final int MAX_ROWS = 10_000;

    private final String member;
    private final List<Keeper> keepers;
    private final JdbcClient jdbc;
    private final Instant madeAt;

    PersonalFile(String member, List<Keeper> keepers, JdbcClient jdbc, Instant madeAt) {
        this.member = member;
        this.keepers = keepers;
        this.jdbc = jdbc;
        this.madeAt = madeAt;
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        var incomplete = new ArrayList<String>();
        try (JsonGenerator json = JsonMapper.shared().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("member", member);
            json.writeStringProperty("madeAt", madeAt.toString());
            json.writeObjectPropertyStart("kept");
            for (Keeper keeper : keepers) {
                keeper.tables().forEach(table -> write(table, json, incomplete));
            }
            json.writeEndObject();
            json.writeArrayPropertyStart("incomplete");
            incomplete.forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private void write(KeptTable table, JsonGenerator json, List<String> incomplete) {
        List<Map<String, @Nullable Object>> rows = table.rows(jdbc, member, MAX_ROWS + 1);
        if (rows.size() > MAX_ROWS) {
            incomplete.add(table.name());
        }
        json.writeArrayPropertyStart(table.name());
        rows.stream().limit(MAX_ROWS).forEach(row -> {
            json.writeStartObject();
            row.forEach((name, value) -> {
                json.writeName(name);
                json.writePOJO(said(value));
            });
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    /// As the REST interface says it.
    private static @Nullable Object said(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Timestamp instant -> instant.toInstant().toString();
            case Date day -> day.toLocalDate().toString();
            case Number number -> number;
            case Boolean truth -> truth;
            default -> value.toString();
        };
    }
}
