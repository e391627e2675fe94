package dev.holdfast.service.warranty;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of terms: each file is a version, and none is ever changed.
final class WarrantyStore {
    private static final String LATEST = """
            select coalesce(max(version), 0) from service.warranty_term where launch = :launch
            """;

    /// Terms written after a hand-over are better than none: whoever came before the first has the first.
    private static final String IN_FORCE = """
            select coalesce(max(version) filter (where told_at <= :at), min(version), 0)
            from service.warranty_term where launch = :launch
            """;

    private static final String LOCK = """
            select 1 from (select pg_advisory_xact_lock(4017262, :launch)) as locked
            """;

    private static final String PUT = """
            insert into service.warranty_term (launch, version, position, term, component, months, max_km, name_en,
              name_zh, told_at)
            values (:launch, :version, :position, :term, :component, :months, :km, :en, :zh, :now)
            """;

    private static final String TERMS = """
            select term, component, months, max_km, name_en, name_zh from service.warranty_term
            where launch = :launch and version = :version order by position
            """;

    private final JdbcClient jdbc;

    WarrantyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Warranty latest(int launch) {
        return of(
                launch,
                jdbc.sql(LATEST).param("launch", launch).query(Integer.class).single());
    }

    Warranty at(int launch, Instant handedOver) {
        return of(
                launch,
                jdbc.sql(IN_FORCE)
                        .param("launch", launch)
                        .param("at", handedOver.atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single());
    }

    private Warranty of(int launch, int version) {
        return new Warranty(
                version,
                jdbc.sql(TERMS)
                        .param("launch", launch)
                        .param("version", version)
                        .query((row, number) -> new Term(
                                row.getString("term"),
                                row.getString("component"),
                                row.getInt("months"),
                                row.getObject("max_km", Integer.class),
                                Map.of("en", row.getString("name_en"), "zh", row.getString("name_zh"))))
                        .list());
    }

    /// As the next version; of two who put one the second is the later.
    Warranty put(int launch, List<Term> terms, Instant now) {
        jdbc.sql(LOCK).param("launch", launch).query((row, number) -> number).list();
        int version = latest(launch).version() + 1;
        for (int position = 0; position < terms.size(); position++) {
            Term term = terms.get(position);
            jdbc.sql(PUT)
                    .param("launch", launch)
                    .param("version", version)
                    .param("position", position)
                    .param("term", term.id())
                    .param("component", term.component())
                    .param("months", term.months())
                    .param("km", term.maxKm())
                    .param("en", term.name().getOrDefault("en", ""))
                    .param("zh", term.name().getOrDefault("zh", ""))
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        }
        return of(launch, version);
    }
}
