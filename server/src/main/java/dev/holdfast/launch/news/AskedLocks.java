package dev.holdfast.launch.news;

import dev.holdfast.launch.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The orders whose time to lock has come, and which their members have to lock themselves.
final class AskedLocks implements Stream {
    private static final String END =
            "select max(sequence) from launch.line where launch = :launch and sequence > :sequence";

    /// A state's row is written under the line's lock, so the numbers of one launch are in the order of its commits.
    static final String NEXT = """
            select s.order_id, s.number, s.at, o.member, o.offer, o.state, o.deposit, o.first_from
            from launch.state_change s
            join launch.orders o on o.id = s.order_id
            where s.cause = 'lock_asked' and s.number > :number and s.order_id between :first and :last
            order by s.number limit :max""";

    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    AskedLocks(JdbcClient jdbc, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    @Override
    public String name() {
        return "lock";
    }

    /// Looks only when the line moved since: the index holds the rows of all launches.
    @Override
    public Chunk next(Cursor cursor, int max) {
        long end = PublishedRows.following(jdbc, END, cursor).orElse(cursor.sequence());
        if (end == cursor.sequence()) {
            return Chunk.nothing(cursor);
        }
        List<Told> told = jdbc.sql(NEXT)
                .param("number", cursor.number())
                .param("first", OrderId.first(cursor.launch()).value())
                .param("last", OrderId.last(cursor.launch()).value())
                .param("max", max)
                .query((row, index) -> told(row))
                .list();
        long number = told.isEmpty() ? cursor.number() : told.getLast().number();
        boolean isLast = told.size() < max;
        return new Chunk(told, isLast ? cursor.in(end, number) : cursor.at(number), isLast);
    }

    private Told told(ResultSet row) throws SQLException {
        OrderId order = new OrderId(row.getObject("order_id", UUID.class));
        Catalogue.Names names = catalogue.of(order.launch());
        String member = row.getString("member");
        Facts facts = new Facts(names.slug(), order, member, row.getString("offer"))
                .window("first", row.getObject("first_from", LocalDate.class))
                .money("deposit", row.getLong("deposit"), names.currency());
        return new Told(
                Kind.LOCK_ASKED,
                order,
                row.getLong("number"),
                member,
                facts.json(),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("state").equals("PLACED"));
    }
}
