package dev.holdfast.service.recall;

import dev.holdfast.launch.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of when owners bring what is called back, and with which work order.
final class RemedyStore {
    /// Of two who book for the same unit the second waits, and finds what the first has.
    static final String GUARD = " for update";

    private static final String BEGIN = """
            insert into service.recall_visit (recall, serial) values (:recall, :serial)
            on conflict (recall, serial) do nothing
            """;

    private static final String SELECT = "select recall, serial, work_order, visit from service.recall_visit ";

    private static final String FIND = SELECT + "where recall = :recall and serial = :serial";

    private static final String OF_WORKS = SELECT + "where work_order = any (:works)";

    private static final String OF_VISIT = """
            select u.recall, u.order_id from service.recall_visit v
            join service.recall_unit u on u.recall = v.recall and u.serial = v.serial
            where v.visit = :visit and u.order_id is not null and u.member = :owner
            """;

    private static final String BOOK = """
            update service.recall_visit set work_order = :work, visit = :visit
            where recall = :recall and serial = :serial
            """;

    private final JdbcClient jdbc;
    private final String guard;

    RemedyStore(JdbcClient jdbc) {
        this(jdbc, GUARD);
    }

    /// @param guard what keeps everybody else from the row
    RemedyStore(JdbcClient jdbc, String guard) {
        this.jdbc = jdbc;
        this.guard = guard;
    }

    /// @param work null: nobody booked yet, as with the visit
    record Booked(
            int recall,
            String serial,
            @Nullable Long work,
            @Nullable UUID visit) {}

    /// Until the running transaction ends; before the rows of the work order and of the visit.
    Booked lock(int recall, String serial) {
        jdbc.sql(BEGIN).param("recall", recall).param("serial", serial).update();
        return find(FIND + guard, recall, serial).orElseThrow();
    }

    Optional<Booked> find(int recall, String serial) {
        return find(FIND, recall, serial);
    }

    private Optional<Booked> find(String sql, int recall, String serial) {
        return jdbc.sql(sql)
                .param("recall", recall)
                .param("serial", serial)
                .query((row, number) -> booked(row))
                .optional();
    }

    /// By work order.
    Map<Long, Booked> ofWorks(Collection<Long> works) {
        Map<Long, Booked> booked = new HashMap<>();
        jdbc.sql(OF_WORKS).param("works", works.toArray(Long[]::new)).query((ResultSet row) -> {
            booked.put(row.getLong("work_order"), booked(row));
        });
        return booked;
    }

    Optional<Remedies.Visited> ofVisit(UUID visit, String owner) {
        return jdbc.sql(OF_VISIT)
                .param("visit", visit)
                .param("owner", owner)
                .query((row, number) ->
                        new Remedies.Visited(row.getInt("recall"), new OrderId(row.getObject("order_id", UUID.class))))
                .optional();
    }

    void book(Booked booked) {
        jdbc.sql(BOOK)
                .param("recall", booked.recall())
                .param("serial", booked.serial())
                .param("work", booked.work())
                .param("visit", booked.visit())
                .update();
    }

    private static Booked booked(ResultSet row) throws SQLException {
        return new Booked(
                row.getInt("recall"),
                row.getString("serial"),
                row.getObject("work_order", Long.class),
                row.getObject("visit", UUID.class));
    }
}
