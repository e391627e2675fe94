package dev.holdfast.launch.news;

import dev.holdfast.launch.OrderId;
import java.util.List;
import java.util.Optional;
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

    /// The next such act; without one, the end of the journal, so that it is not read again.
    private static final String FOLLOWING = """
            select coalesce(
              (select j.sequence from launch.journal j
               where j.launch = :launch and j.sequence > :sequence and j.events like '[["reset","supply_changed"]]'
               order by j.sequence limit 1),
              (select l.sequence from launch.line l where l.launch = :launch and l.sequence > :sequence))""";

    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    SuppliedMoves(JdbcClient jdbc, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    @Override
    public String name() {
        return "supply";
    }

    @Override
    public List<Told> next(Cursor cursor, int max) {
        boolean isAct = jdbc.sql(IS_ACT)
                .param("launch", cursor.launch())
                .param("sequence", cursor.sequence())
                .query(Boolean.class)
                .single();
        return isAct ? moved(cursor, max) : List.of();
    }

    private List<Told> moved(Cursor cursor, int max) {
        return jdbc.sql(NEXT)
                .param("number", cursor.number())
                .param("first", OrderId.first(cursor.launch()).value())
                .param("last", OrderId.last(cursor.launch()).value())
                .param("max", max)
                .query(new MovedPromises(catalogue.of(cursor.launch()).slug()))
                .list();
    }

    @Override
    public Optional<Cursor> following(Cursor cursor) {
        return PlannedMoves.sequence(jdbc, FOLLOWING, cursor)
                .map(sequence -> new Cursor(cursor.launch(), cursor.stream(), sequence, cursor.number()));
    }
}
