package dev.holdfast.launch.news;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The promises that published plan runs moved.
///
/// They were written while nobody could see them, by several runs at once; the publication makes a run's rows count, so
/// they are told run by run, by the sequence of its publication, and within a run by number.
final class PlannedMoves implements Stream {
    private static final String NEXT = """
            select %s
            from launch.publication q
            join launch.promise p on p.launch = q.launch and p.plan_run = q.run
            join launch.orders o on o.id = p.order_id
            %s
            where q.launch = :launch and q.sequence = :sequence and p.number > :number
            order by p.number limit :max""".formatted(MovedPromises.COLUMNS, MovedPromises.BEFORE);

    private static final String FOLLOWING = """
            select min(sequence) from launch.publication where launch = :launch and sequence > :sequence""";

    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    PlannedMoves(JdbcClient jdbc, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    @Override
    public String name() {
        return "plan";
    }

    @Override
    public List<Told> next(Cursor cursor, int max) {
        if (cursor.sequence() == 0) {
            return List.of();
        }
        return jdbc.sql(NEXT)
                .param("launch", cursor.launch())
                .param("sequence", cursor.sequence())
                .param("number", cursor.number())
                .param("max", max)
                .query(new MovedPromises(catalogue.of(cursor.launch()).slug()))
                .list();
    }

    @Override
    public Optional<Cursor> following(Cursor cursor) {
        // Each run's rows are told from its first: it may have been written before the one that was published last.
        return sequence(jdbc, FOLLOWING, cursor)
                .map(sequence -> new Cursor(cursor.launch(), cursor.stream(), sequence, 0));
    }

    static Optional<Long> sequence(JdbcClient jdbc, String sql, Cursor cursor) {
        return jdbc.sql(sql)
                .param("launch", cursor.launch())
                .param("sequence", cursor.sequence())
                .query((row, number) -> {
                    long sequence = row.getLong(1);
                    return row.wasNull() ? Optional.<Long>empty() : Optional.of(sequence);
                })
                .single();
    }
}
