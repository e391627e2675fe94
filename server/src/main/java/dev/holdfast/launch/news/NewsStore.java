package dev.holdfast.launch.news;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Cursors, and the list of news that webhooks read.
final class NewsStore {
    /// One tells at a time, over all launches and instances: numbers of news are then given in the order of commits.
    private static final String ONE_TELLS = "select pg_try_advisory_xact_lock(4017234)";

    private static final String LAUNCHES = "select number from launch.launch order by number";

    private static final String CURSOR = """
            select sequence, number from launch.news_cursor where launch = :launch and stream = :stream""";

    private static final String MOVE = """
            insert into launch.news_cursor (launch, stream, sequence, number)
            values (:launch, :stream, :sequence, :number)
            on conflict (launch, stream) do update
              set sequence = excluded.sequence, number = excluded.number""";

    private static final String LISTENING = "select exists (select from launch.webhook)";

    private static final String APPEND = """
            insert into launch.news (kind, facts, at)
            select n.kind, n.facts, n.at
            from unnest(:kinds::text[], :facts::text[], :ats::timestamptz[]) with ordinality
              as n (kind, facts, at, place)
            order by n.place""";

    private final JdbcClient jdbc;

    NewsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Integer> launches() {
        return jdbc.sql(LAUNCHES).query((row, number) -> row.getInt(1)).list();
    }

    /// Until the running transaction ends; false when somebody else is telling.
    boolean onlyOneTells() {
        return jdbc.sql(ONE_TELLS).query(Boolean.class).single();
    }

    Cursor cursor(int launch, String stream) {
        return jdbc.sql(CURSOR)
                .param("launch", launch)
                .param("stream", stream)
                .query((row, number) -> new Cursor(launch, stream, row.getLong(1), row.getLong(2)))
                .optional()
                .orElse(new Cursor(launch, stream, 0, 0));
    }

    void move(Cursor cursor) {
        jdbc.sql(MOVE)
                .param("launch", cursor.launch())
                .param("stream", cursor.stream())
                .param("sequence", cursor.sequence())
                .param("number", cursor.number())
                .update();
    }

    boolean isAnybodyListening() {
        return jdbc.sql(LISTENING).query(Boolean.class).single();
    }

    void append(List<Told> told) {
        jdbc.sql(APPEND)
                .param("kinds", told.stream().map(item -> item.kind().word()).toArray(String[]::new))
                .param("facts", told.stream().map(Told::facts).toArray(String[]::new))
                .param("ats", told.stream().map(item -> text(item.at())).toArray(String[]::new))
                .update();
    }

    private static String text(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toString();
    }
}
