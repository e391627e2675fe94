package dev.holdfast.delivery.unit;

import static dev.holdfast.delivery.unit.UnitStore.texts;

import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a launch's orders are yet to be told of their units.
final class TellingStore {
    private static final String BEGIN = "insert into delivery.telling (launch) values (:launch) on conflict do nothing";

    /// Whoever has it tells; the others come again.
    private static final String LOCK =
            "select launch from delivery.telling where launch = :launch for update skip locked";

    private static final String RETURNING = """
            select order_id, cause from delivery.returning_order where launch = :launch order by order_id limit :max
            """;

    private static final String RETURNED = "delete from delivery.returning_order where order_id = any (:orders)";

    private static final String DUE = """
            select h.order_id, h.told, u.state from delivery.holding h join delivery.unit u on u.number = h.unit
            where h.launch = :launch and h.due order by h.unit limit :max
            """;

    /// A unit that went on meanwhile leaves it due.
    private static final String TOLD = """
            update delivery.holding h set told = n.told, due = u.state <> n.state
            from unnest(:orders::uuid[], :told::text[], :states::text[]) as n (order_id, told, state)
            join delivery.holding g on g.order_id = n.order_id
            join delivery.unit u on u.number = g.unit
            where h.order_id = n.order_id
            """;

    private static final String LAUNCHES = """
            select launch from delivery.holding where due union select launch from delivery.returning_order
            """;

    private final JdbcClient jdbc;

    TellingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Returning(OrderId order, String cause) {}

    /// @param told the state that the order was told last
    /// @param unit the state that its unit is in
    record Due(OrderId order, OrderState told, UnitState unit) {}

    /// @return whether nobody else tells this launch's orders
    boolean lock(int launch) {
        jdbc.sql(BEGIN).param("launch", launch).update();
        return jdbc.sql(LOCK)
                .param("launch", launch)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    List<Integer> launches() {
        return jdbc.sql(LAUNCHES).query((row, number) -> row.getInt(1)).list();
    }

    List<Returning> returning(int launch, int max) {
        return jdbc.sql(RETURNING)
                .param("launch", launch)
                .param("max", max)
                .query((row, number) ->
                        new Returning(new OrderId(row.getObject("order_id", UUID.class)), row.getString("cause")))
                .list();
    }

    void returned(Collection<OrderId> orders) {
        jdbc.sql(RETURNED).param("orders", GivingStore.ids(orders)).update();
    }

    List<Due> due(int launch, int max) {
        return jdbc.sql(DUE)
                .param("launch", launch)
                .param("max", max)
                .query((row, number) -> new Due(
                        new OrderId(row.getObject("order_id", UUID.class)),
                        OrderState.valueOf(row.getString("told")),
                        UnitState.valueOf(row.getString("state"))))
                .list();
    }

    /// @param told each with the state its order stands in now
    void told(List<Due> told) {
        jdbc.sql(TOLD)
                .param("orders", GivingStore.ids(told.stream().map(Due::order).toList()))
                .param("told", texts(told, Due::told))
                .param("states", texts(told, Due::unit))
                .update();
    }
}
