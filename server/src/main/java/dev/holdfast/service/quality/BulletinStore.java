package dev.holdfast.service.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of bulletins.
final class BulletinStore {
    private static final String WRITE = """
            insert into service.bulletin (incident, product, attribute_en, attribute_zh, from_en, from_zh, to_en, to_zh,
              reason, at, actor)
            values (:incident, :product, :attributeEn, :attributeZh, :fromEn, :fromZh, :toEn, :toZh,
              :reason, :at, :actor) returning number
            """;

    private static final String SELECT = """
            select b.number, b.incident, b.product, b.attribute_en, b.attribute_zh, b.from_en, b.from_zh, b.to_en,
              b.to_zh, b.reason, b.at, b.actor, b.version
            from service.bulletin b join service.incident i on i.number = b.incident
            """;

    private static final String FIND = SELECT + " where b.number = :number";

    private static final String ALL = SELECT + " where i.launch = :launch order by b.number desc limit :limit";

    private static final String TAKE = """
            update service.bulletin set version = :version where number = :number and version is null
            """;

    private final JdbcClient jdbc;

    BulletinStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int write(Bulletin bulletin) {
        return jdbc.sql(WRITE)
                .param("incident", bulletin.incident())
                .param("product", bulletin.product())
                .param("attributeEn", bulletin.attribute().get("en"))
                .param("attributeZh", bulletin.attribute().get("zh"))
                .param("fromEn", bulletin.from().get("en"))
                .param("fromZh", bulletin.from().get("zh"))
                .param("toEn", bulletin.to().get("en"))
                .param("toZh", bulletin.to().get("zh"))
                .param("reason", bulletin.reason())
                .param("at", bulletin.at().atOffset(ZoneOffset.UTC))
                .param("actor", bulletin.actor())
                .query(Integer.class)
                .single();
    }

    /// @return false: a version of the spec says so already
    boolean take(int number, int version) {
        return jdbc.sql(TAKE).param("number", number).param("version", version).update() > 0;
    }

    Optional<Bulletin> find(int number) {
        return jdbc.sql(FIND)
                .param("number", number)
                .query((row, at) -> bulletin(row))
                .optional();
    }

    List<Bulletin> all(String launch, int limit) {
        return jdbc.sql(ALL)
                .param("launch", launch)
                .param("limit", limit)
                .query((row, at) -> bulletin(row))
                .list();
    }

    private static Bulletin bulletin(ResultSet row) throws SQLException {
        return new Bulletin(
                row.getInt("number"),
                row.getInt("incident"),
                row.getString("product"),
                texts(row, "attribute"),
                texts(row, "from"),
                texts(row, "to"),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getObject("version", Integer.class));
    }

    private static Map<String, String> texts(ResultSet row, String column) throws SQLException {
        return Map.of("en", row.getString(column + "_en"), "zh", row.getString(column + "_zh"));
    }
}
