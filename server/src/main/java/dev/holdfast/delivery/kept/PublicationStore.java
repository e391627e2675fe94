package dev.holdfast.delivery.kept;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of lines, publications and their figures.
final class PublicationStore {
    private static final String BEGIN = """
            insert into delivery.kept_line (launch, secret) values (:launch, :secret) on conflict do nothing
            """;

    private static final String LINE = "select secret, until from delivery.kept_line where launch = :launch";

    /// Of two who count one waits, and finds it done.
    private static final String LOCK = LINE + " for update";

    private static final String LOOKED = "update delivery.kept_line set until = :until where launch = :launch";

    private static final String COLUMNS = """
            select p.launch, p.number, p.rule, p.until, p.orders, p.bytes, p.checksum, p.published_at
            from delivery.kept_publication p
            """;

    private static final String PAGE = COLUMNS + """
             where p.launch = :launch and p.number < :before order by p.number desc limit :limit
            """;

    private static final String ONE = COLUMNS + " where p.launch = :launch and p.number = :number";

    private static final String LATEST_OF_ALL = """
            select distinct on (p.launch) p.launch, p.number, p.rule, p.until, p.orders, p.bytes, p.checksum,
              p.published_at
            from delivery.kept_publication p order by p.launch, p.number desc
            """;

    private static final String PUBLISH = """
            insert into delivery.kept_publication (launch, number, rule, until, orders, bytes, checksum, published_at)
            values (:launch, :number, :rule, :until, :orders, :bytes, :checksum, :at)
            """;

    private static final String COUNT = """
            insert into delivery.kept_figure (launch, publication, by_what, name, promise, orders, due, kept, delivered,
              inside, withdrawn, gave_up, left_early, handed_over, median_weeks)
            values (:launch, :publication, :by, :name, :promise, :orders, :due, :kept, :delivered, :inside, :withdrawn,
              :gaveUp, :left, :handedOver, cast(:median as int))
            """;

    private static final String FIGURES = """
            select f.by_what, f.name, f.promise, f.orders, f.due, f.kept, f.delivered, f.inside, f.withdrawn, f.gave_up,
              f.left_early, f.handed_over, f.median_weeks
            from delivery.kept_figure f
            where f.launch = :launch and f.publication = :publication and (:by::text is null or f.by_what = :by)
            """;

    private final JdbcClient jdbc;

    PublicationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param until the Monday up to which it was looked at last; null: it never was
    record Line(String secret, @Nullable LocalDate until) {}

    void begin(int launch, byte[] secret) {
        jdbc.sql(BEGIN).param("launch", launch).param("secret", secret).update();
    }

    /// Held until the running transaction ends.
    Line lock(int launch) {
        return jdbc.sql(LOCK)
                .param("launch", launch)
                .query((row, number) -> line(row))
                .single();
    }

    Optional<Line> line(int launch) {
        return jdbc.sql(LINE)
                .param("launch", launch)
                .query((row, number) -> line(row))
                .optional();
    }

    void looked(int launch, LocalDate until) {
        jdbc.sql(LOOKED).param("launch", launch).param("until", until).update();
    }

    void publish(Publication publication, List<Figure> figures) {
        jdbc.sql(PUBLISH)
                .param("launch", publication.launch())
                .param("number", publication.number())
                .param("rule", publication.rule())
                .param("until", publication.until())
                .param("orders", publication.orders())
                .param("bytes", publication.bytes())
                .param("checksum", HexFormat.of().parseHex(publication.checksum()))
                .param("at", publication.publishedAt().atOffset(ZoneOffset.UTC))
                .update();
        figures.forEach(figure -> jdbc.sql(COUNT)
                .param("launch", publication.launch())
                .param("publication", publication.number())
                .param("by", figure.by().name())
                .param("name", figure.name())
                .param("promise", figure.promise().name())
                .param("orders", figure.orders())
                .param("due", figure.due())
                .param("kept", figure.kept())
                .param("delivered", figure.delivered())
                .param("inside", figure.inside())
                .param("withdrawn", figure.withdrawn())
                .param("gaveUp", figure.gaveUp())
                .param("left", figure.left())
                .param("handedOver", figure.handedOver())
                .param("median", figure.medianWeeks())
                .update());
    }

    List<Publication> page(int launch, int before, int limit) {
        return jdbc.sql(PAGE)
                .param("launch", launch)
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> publication(row))
                .list();
    }

    Optional<Publication> one(int launch, int number) {
        return jdbc.sql(ONE)
                .param("launch", launch)
                .param("number", number)
                .query((row, index) -> publication(row))
                .optional();
    }

    /// Of every launch that has one.
    List<Publication> latestOfAll() {
        return jdbc.sql(LATEST_OF_ALL).query((row, number) -> publication(row)).list();
    }

    /// @param by null: all
    List<Figure> figures(Publication publication, Figure.@Nullable By by) {
        return jdbc
                .sql(FIGURES)
                .param("launch", publication.launch())
                .param("publication", publication.number())
                .param("by", by == null ? null : by.name())
                .query((row, number) -> figure(row))
                .list()
                .stream()
                .sorted(Figure.ORDER)
                .toList();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(HexFormat.of().formatHex(row.getBytes("secret")), row.getObject("until", LocalDate.class));
    }

    private static Publication publication(ResultSet row) throws SQLException {
        return new Publication(
                row.getInt("launch"),
                row.getInt("number"),
                row.getString("rule"),
                row.getObject("until", LocalDate.class),
                row.getLong("orders"),
                row.getLong("bytes"),
                HexFormat.of().formatHex(row.getBytes("checksum")),
                row.getObject("published_at", OffsetDateTime.class).toInstant());
    }

    private static Figure figure(ResultSet row) throws SQLException {
        return new Figure(
                Figure.By.valueOf(row.getString("by_what")),
                row.getString("name"),
                Promise.valueOf(row.getString("promise")),
                row.getLong("orders"),
                row.getLong("due"),
                row.getLong("kept"),
                row.getLong("delivered"),
                row.getLong("inside"),
                row.getLong("withdrawn"),
                row.getLong("gave_up"),
                row.getLong("left_early"),
                row.getLong("handed_over"),
                row.getObject("median_weeks", Integer.class));
    }
}
