package dev.holdfast.launch.intake;

import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.copy.CopyRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The windows of a whole launch at once: walked in entry order, and written where they moved.
final class PromiseStore {
    /// Rows fetched and written at a time: a launch of two million orders must not be held in memory.
    static final int PAGE = 10_000;

    static final String LIVE_IN_ENTRY_ORDER = """
            select o.id, o.offer, o.region, o.state not in ('HELD', 'PLACED') as frozen, o.promised_from, o.state
            from launch.orders o
            where o.launch = ? and o.live
            order by o.state in ('BUILT', 'READY', 'DELIVERED') desc, frozen desc, o.entered
            """;

    /// A page of moves against millions of orders: one look-up each, never a scan.
    static final String LOOK_UP_ONLY = "set local enable_hashjoin = off; set local enable_mergejoin = off";

    static final String MOVE = """
            update launch.orders o set promised_from = n.promised_from
            from unnest(?::uuid[], ?::date[]) as n (id, promised_from) where o.id = n.id
            """;

    /// Of the promises of an order `o`, the last that counts: one that a run gave counts once the run is published.
    static final String LAST = """
            select p.promised_from, true as given from launch.promise p
            where p.order_id = o.id and (p.plan_run is null or exists (
              select 1 from launch.publication q where q.launch = p.launch and q.run = p.plan_run))
            order by p.number desc limit 1
            """;

    static final String CURRENT = """
            select o.id, last.promised_from from unnest(?::uuid[]) as o (id)
            cross join lateral (""" + LAST + ") last";

    private PromiseStore() {}

    /// Gives orders that were read the windows that published plans have for them: a publication writes to
    /// no order. One look-up in an index for each, and only in a launch that has a plan.
    static void readCurrent(Connection connection, Map<OrderId, Entry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(CURRENT)) {
            statement.setArray(1, OrderStore.array(connection, "uuid", entries.keySet(), OrderId::value));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Entry entry = entries.get(new OrderId(rows.getObject(1, UUID.class)));
                    if (entry != null) {
                        entry.from = rows.getObject(2, LocalDate.class);
                    }
                }
            }
        }
    }

    /// A live order as a plan run needs it.
    record Promised(
            UUID order,
            String offer,
            @Nullable String region,
            boolean frozen,
            @Nullable LocalDate from,
            OrderState state) {}

    /// What happens to each.
    interface Each {
        void promised(Promised promised) throws SQLException;
    }

    /// Walks the live orders of a launch in entry order: first whose unit is there, then who is locked.
    static void walk(Connection connection, int launch, Each each) throws SQLException {
        try (Statement settings = connection.createStatement()) {
            settings.execute(LOOK_UP_ONLY);
        }
        try (PreparedStatement statement = connection.prepareStatement(LIVE_IN_ENTRY_ORDER)) {
            statement.setInt(1, launch);
            statement.setFetchSize(PAGE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.promised(new Promised(
                            rows.getObject(1, UUID.class),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getBoolean(4),
                            rows.getObject(5, LocalDate.class),
                            OrderState.valueOf(rows.getString(6))));
                }
            }
        }
    }

    /// Appends the new promises and makes them the current ones.
    static void move(Connection connection, List<Promised> moved, Instant at, String reason) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
            statement.setArray(1, OrderStore.array(connection, "uuid", moved, Promised::order));
            statement.setArray(
                    2,
                    OrderStore.array(
                            connection,
                            "text",
                            moved,
                            to -> to.from() == null ? null : to.from().toString()));
            statement.executeUpdate();
        }
        CopyRows rows = new CopyRows(BatchStore.INSERT_PROMISES);
        for (Promised to : moved) {
            rows.add(to.order()).add(to.from()).add(at).add(reason);
            rows.endRow();
        }
        rows.into(connection);
    }
}
