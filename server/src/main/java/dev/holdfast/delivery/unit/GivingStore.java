package dev.holdfast.delivery.unit;

import static dev.holdfast.delivery.unit.UnitStore.texts;

import dev.holdfast.launch.OrderId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which units are whose, read and written a launch at a time, under its [Turn].
final class GivingStore {
    /// The furthest on its way first, then the oldest: whoever is first in line gets theirs soonest.
    private static final String STOCK = """
            select u.number, u.configuration, u.region, u.state, h.order_id,
              exists (select 1 from delivery.quarantined_unit k where k.unit = u.number and k.released_at is null)
                as quarantined
            from delivery.unit u left join delivery.holding h on h.unit = u.number
            where u.launch = :launch and (u.state <> 'DELIVERED' or h.told <> 'DELIVERED')
            order by array_position(array['READY', 'ARRIVED', 'SHIPPED', 'INSPECTED', 'BUILT'], u.state),
              u.built_at, u.number
            """;

    private static final String POSTPONED = """
            select p.order_id from (
              select distinct on (order_id) order_id, until from delivery.postponement
              where launch = :launch order by order_id, number desc) p
            where p.until > :today
            """;

    private static final String TAKE = """
            delete from delivery.holding where order_id = any (:orders) returning order_id, unit
            """;

    private static final String GIVE = """
            insert into delivery.holding (unit, order_id, launch, region, told, due)
            select n.unit, n.order_id, :launch, n.region, 'LOCKED', true
            from unnest(:units::bigint[], :orders::uuid[], :regions::text[]) as n (unit, order_id, region)
            """;

    private static final String WRITE = """
            insert into delivery.giving (order_id, unit, given, at, cause, actor)
            select n.order_id, n.unit, :given, :at, n.cause, :actor
            from unnest(:units::bigint[], :orders::uuid[], :causes::text[]) with ordinality
              as n (unit, order_id, cause, row)
            order by n.row
            """;

    private static final String RETURN = """
            insert into delivery.returning_order (order_id, launch, cause)
            select n.order_id, :launch, :cause from unnest(:orders::uuid[]) as n (order_id)
            on conflict (order_id) do update set cause = excluded.cause
            """;

    private static final String POSTPONE = """
            insert into delivery.postponement (order_id, launch, until, at, actor)
            values (:order, :launch, :until, :at, :actor)
            """;

    static final String ACTOR = "delivery";

    private final JdbcClient jdbc;

    GivingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Piece(
            long unit,
            String configuration,
            @Nullable String region,
            UnitState state,
            @Nullable OrderId holder,
            boolean quarantined) {
        /// What was handed over stays its owner's, whatever becomes of it.
        boolean usable() {
            return state != UnitState.DAMAGED && (!quarantined || state == UnitState.DELIVERED);
        }
    }

    /// A unit that an order is given, or that is taken from it.
    record Passed(long unit, OrderId order, @Nullable String region, String cause) {}

    List<Piece> stock(int launch) {
        return jdbc.sql(STOCK)
                .param("launch", launch)
                .query((row, number) -> {
                    UUID holder = row.getObject("order_id", UUID.class);
                    return new Piece(
                            row.getLong("number"),
                            row.getString("configuration"),
                            row.getString("region"),
                            UnitState.valueOf(row.getString("state")),
                            holder == null ? null : new OrderId(holder),
                            row.getBoolean("quarantined"));
                })
                .list();
    }

    Set<OrderId> postponed(int launch, LocalDate today) {
        return new HashSet<>(jdbc.sql(POSTPONED)
                .param("launch", launch)
                .param("today", today)
                .query((row, number) -> new OrderId(row.getObject(1, UUID.class)))
                .list());
    }

    void give(int launch, List<Passed> given, Instant at) {
        if (given.isEmpty()) {
            return;
        }
        jdbc.sql(GIVE)
                .param("launch", launch)
                .param("units", given.stream().map(Passed::unit).toArray(Long[]::new))
                .param("orders", ids(given.stream().map(Passed::order).toList()))
                .param("regions", texts(given, Passed::region))
                .update();
        write(given, true, at);
    }

    /// Takes their units from orders; those without one are left out.
    ///
    /// @return how many had one
    int takeBack(int launch, Collection<OrderId> orders, String cause, Instant at) {
        if (orders.isEmpty()) {
            return 0;
        }
        List<Passed> taken = jdbc.sql(TAKE)
                .param("orders", ids(orders))
                .query((row, number) -> new Passed(
                        row.getLong("unit"), new OrderId(row.getObject("order_id", UUID.class)), null, cause))
                .list();
        write(taken, false, at);
        return taken.size();
    }

    /// Says that orders which had a unit are to go back in line.
    void putBack(int launch, Collection<OrderId> orders, String cause) {
        if (!orders.isEmpty()) {
            jdbc.sql(RETURN)
                    .param("launch", launch)
                    .param("cause", cause)
                    .param("orders", ids(orders))
                    .update();
        }
    }

    void postpone(OrderId order, LocalDate until, Instant at, String actor) {
        jdbc.sql(POSTPONE)
                .param("order", order.value())
                .param("launch", order.launch())
                .param("until", until)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .update();
    }

    private void write(List<Passed> passed, boolean given, Instant at) {
        jdbc.sql(WRITE)
                .param("given", given)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", ACTOR)
                .param("units", passed.stream().map(Passed::unit).toArray(Long[]::new))
                .param("orders", ids(passed.stream().map(Passed::order).toList()))
                .param("causes", texts(passed, Passed::cause))
                .update();
    }

    static UUID[] ids(Collection<OrderId> orders) {
        return orders.stream().map(OrderId::value).toArray(UUID[]::new);
    }
}
