package dev.holdfast.service.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Rows of parts. One is reserved by one statement that finds it free: whoever comes too late stands in line.
final class StockStore {
    static final String GUARD = " and received - reserved - used >= :quantity";

    private static final String SELECT = """
            select place, part, received, reserved, used, waiting, expected_on from service.stock
            """;

    private static final String OF_PLACE = SELECT + " where place = :place order by part limit :max";

    /// Nobody is passed by who waits already.
    private static final String RESERVE = """
            update service.stock set reserved = reserved + :quantity
            where place = :place and part = :part and waiting = 0
            """;

    /// The row is theirs from here to the end of the transaction.
    private static final String WAIT = """
            insert into service.stock (place, part, waiting) values (:place, :part, :quantity)
            on conflict (place, part) do update set waiting = service.stock.waiting + excluded.waiting
            """;

    private static final String SERVE = """
            update service.stock set reserved = reserved + :quantity, waiting = waiting - :quantity
            where place = :place and part = :part
            """;

    private static final String RELEASE = """
            update service.stock set reserved = reserved - :quantity where place = :place and part = :part
            """;

    private static final String LEAVE = """
            update service.stock set waiting = waiting - :quantity where place = :place and part = :part
            """;

    private static final String USE = """
            update service.stock set reserved = reserved - :quantity, used = used + :quantity
            where place = :place and part = :part
            """;

    private static final String LOCK = """
            select part from service.stock where place = :place and part = any (:parts) order by part for update
            """;

    private static final String AT_HAND = """
            select place from service.stock
            where place = any (:places) and part = any (:parts) and waiting = 0 and received - reserved - used > 0
            group by place having count(*) = :wanted
            """;

    /// Of each place the day of the last part that it lacks; a place that lacks one of which nobody said when it
    /// comes is left out.
    private static final String EXPECTED = """
            select min(day) from (
              select max(expected_on) filter (where waiting > 0 or received - reserved - used <= 0) as day
              from service.stock where place = any (:places) and part = any (:parts) group by place
              having count(*) filter (where expected_on is not null
                or waiting = 0 and received - reserved - used > 0) = :wanted) at_place
            """;

    private static final String RECEIPT = """
            insert into service.stock_receipt (place, note, part, quantity, actor, at)
            values (:place, :note, :part, :quantity, :actor, :at) on conflict (place, note, part) do nothing
            """;

    private static final String RECEIVE = """
            insert into service.stock (place, part, received) values (:place, :part, :quantity)
            on conflict (place, part) do update set received = service.stock.received + excluded.received
            """;

    private static final String EXPECT = """
            insert into service.stock (place, part, expected_on) values (:place, :part, :day)
            on conflict (place, part) do update set expected_on = excluded.expected_on
            """;

    private final JdbcClient jdbc;
    private final String guard;

    StockStore(JdbcClient jdbc) {
        this(jdbc, GUARD);
    }

    /// @param guard what has to be true of a part that is reserved
    StockStore(JdbcClient jdbc, String guard) {
        this.jdbc = jdbc;
        this.guard = guard;
    }

    List<Stock> ofPlace(String place, int max) {
        return jdbc.sql(OF_PLACE)
                .param("place", place)
                .param("max", max)
                .query((row, number) -> stock(row))
                .list();
    }

    /// In the order of their names, until the running transaction ends.
    void lock(String place, Collection<String> parts) {
        jdbc.sql(LOCK)
                .param("place", place)
                .param("parts", parts.toArray(String[]::new))
                .query((row, number) -> number)
                .list();
    }

    /// Places where there is one of each part for whoever comes now.
    Set<String> atHand(Collection<String> places, Collection<String> parts) {
        return Set.copyOf(of(AT_HAND, places, parts).query(String.class).list());
    }

    /// When the first of these places has all parts; empty: nobody said.
    Optional<LocalDate> expected(Collection<String> places, Collection<String> parts) {
        return of(EXPECTED, places, parts)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    private StatementSpec of(String sql, Collection<String> places, Collection<String> parts) {
        return jdbc.sql(sql)
                .param("places", places.toArray(String[]::new))
                .param("parts", parts.toArray(String[]::new))
                .param("wanted", parts.size());
    }

    /// @return false: there are not as many, or others wait
    boolean reserve(String place, String part, int quantity) {
        return change(RESERVE + guard, place, part, quantity);
    }

    void await(String place, String part, int quantity) {
        change(WAIT, place, part, quantity);
    }

    /// @return false: there are not as many yet
    boolean serve(String place, String part, int quantity) {
        return change(SERVE + guard, place, part, quantity);
    }

    void release(String place, String part, int quantity) {
        change(RELEASE, place, part, quantity);
    }

    void leave(String place, String part, int quantity) {
        change(LEAVE, place, part, quantity);
    }

    void use(String place, String part, int quantity) {
        change(USE, place, part, quantity);
    }

    void receive(String place, String part, int quantity) {
        change(RECEIVE, place, part, quantity);
    }

    private boolean change(String sql, String place, String part, int quantity) {
        return jdbc.sql(sql)
                        .param("place", place)
                        .param("part", part)
                        .param("quantity", quantity)
                        .update()
                > 0;
    }

    /// @return false: this delivery note was told before
    boolean receipt(String place, String note, String part, int quantity, String actor, Instant at) {
        return jdbc.sql(RECEIPT)
                        .param("place", place)
                        .param("note", note)
                        .param("part", part)
                        .param("quantity", quantity)
                        .param("actor", actor)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    void expect(String place, String part, @Nullable LocalDate day) {
        jdbc.sql(EXPECT)
                .param("place", place)
                .param("part", part)
                .param("day", day)
                .update();
    }

    private static Stock stock(ResultSet row) throws SQLException {
        return new Stock(
                row.getString("place"),
                row.getString("part"),
                row.getInt("received"),
                row.getInt("reserved"),
                row.getInt("used"),
                row.getInt("waiting"),
                row.getObject("expected_on", LocalDate.class));
    }
}
