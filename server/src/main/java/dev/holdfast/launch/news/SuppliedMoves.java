package dev.holdfast.launch.news;

import dev.holdfast.launch.OrderId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The promises that a new supply moved at once, in launches that publish no plans.
///
/// Such an act leaves one row in the journal, which says that there is something to look for. Its promises are written
/// under the line's lock, so their numbers are in the order of the acts.
final class SuppliedMoves implements Stream {
    private static final String IS_ACT = """
            select exists (select from launch.journal
              where launch = :launch and sequence = :sequence and events like '[["reset","supply_changed"]]')""";

    private static final String NEXT = """
            select %s
            from launch.promise p
            join launch.orders o on o.id = p.order_id
            %s
            where p.plan_run is null and p.number > :number and p.order_id between :first and :last
              and p.reason = 'supply_changed'
            order by p.number limit :max""".formatted(MovedPromises.COLUMNS, MovedPromises.BEFORE);

    private static final String FOLLOWING = """
            select min(sequence) from launch.journal
            where launch = :launch and sequence > :sequence and events like '[["reset","supply_changed"]]'""";

    private static final String END =
            "select max(sequence) from launch.line where launch = :launch and sequence >= :sequence";

    private final JdbcClient jdbc;
    private final MovedPromises mapper;

    SuppliedMoves(JdbcClient jdbc, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.mapper = new MovedPromises(catalogue);
    }

    @Override
    public String name() {
        return "supply";
    }

    @Override
    public Chunk next(Cursor cursor, int max) {
        List<Told> told = isAct(cursor) ? moved(cursor, max) : List.of();
        long number = told.isEmpty() ? cursor.number() : told.getLast().number();
        if (told.size() == max) {
            return new Chunk(told, cursor.at(number), false);
        }
        // The end is read first: an act that is committed in between is then found, or comes after it.
        long end = PublishedRows.following(jdbc, END, cursor).orElse(cursor.sequence());
        return PublishedRows.following(jdbc, FOLLOWING, cursor)
                .map(sequence -> new Chunk(told, cursor.in(sequence, number), false))
                // The journal is not read again up to here, nor further now: at its rush a line has no end.
                .orElseGet(() -> new Chunk(told, cursor.in(end, number), true));
    }

    private boolean isAct(Cursor cursor) {
        return jdbc.sql(IS_ACT)
                .param("launch", cursor.launch())
                .param("sequence", cursor.sequence())
                .query(Boolean.class)
                .single();
    }

    private List<Told> moved(Cursor cursor, int max) {
        return jdbc.sql(NEXT)
                .param("number", cursor.number())
                .param("first", OrderId.first(cursor.launch()).value())
                .param("last", OrderId.last(cursor.launch()).value())
                .param("max", max)
                .query(mapper)
                .list();
    }
}
