package dev.holdfast.launch.intake;

import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.PlaceOrder;
import dev.holdfast.launch.copy.CopyRows;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The rows of orders, read and written for a whole batch at a time.
///
/// On the intake path a statement per order would cost a round trip each; a statement per batch costs one. The joins
/// with `unnest` are nested loops over an index only because the committers' connections forbid every other plan:
/// see [CommitterPool].
final class OrderStore {
    static final String COLUMNS = """
            o.id, o.position, o.entered, o.member, o.idempotency_key, o.request, o.offer, o.region, o.store,
            o.channel, o.referral, o.accepted_terms, o.state, o.rank, o.promised_from, o.price, o.deposit,
            o.held_at, o.pay_before, o.placed_at, o.paid_provider, o.paid_payment,
            o.first_offer, o.first_rank, o.first_from, o.first_deposit
            """;

    /// The limit keeps the planner from turning the look-ups round into one walk through the whole launch, and `+ 0`
    /// from taking the index on positions for them: it did, on statistics from when the book was small.
    static final String REPLAYS = "select " + COLUMNS + """
            from unnest(?::text[], ?::text[]) as asked (member, idempotency_key)
            cross join lateral (
              select * from launch.orders found
              where found.launch + 0 = ? and found.member = asked.member
                and found.idempotency_key = asked.idempotency_key
              limit 1) o
            """;

    static final String BY_ID = "select " + COLUMNS + " from launch.orders o where o.id = any (?::uuid[])";

    static final String LIVE = """
            select asked.member, held.orders, held.one
            from unnest(?::text[]) as asked (member)
            cross join lateral (
              select count(*) as orders, (array_agg(live.id))[1] as one
              from (select o.id from launch.orders o
                    where o.launch + 0 = ? and o.member = asked.member and o.live limit ?) live) held
            where held.orders > 0
            """;

    static final String INSERT = """
            copy launch.orders (id, launch, position, entered, member, idempotency_key, request, offer, region, store,
              channel, referral, accepted_terms, live, state, rank, promised_from, price, deposit, held_at, pay_before,
              placed_at, paid_provider, paid_payment, first_offer, first_rank, first_from, first_deposit) from stdin
            """;

    static final String UPDATE = """
            update launch.orders o
            set position = n.position, entered = n.entered, offer = n.offer, live = n.live, state = n.state,
              rank = n.rank, promised_from = n.promised_from, price = n.price, deposit = n.deposit,
              placed_at = n.placed_at, paid_provider = n.paid_provider, paid_payment = n.paid_payment
            from unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::text[], ?::boolean[], ?::text[], ?::bigint[],
              ?::date[], ?::bigint[], ?::bigint[], ?::timestamptz[], ?::text[], ?::text[])
              as n (id, position, entered, offer, live, state, rank, promised_from, price, deposit, placed_at,
                    paid_provider, paid_payment)
            where o.id = n.id
            """;

    private OrderStore() {}

    static void readReplays(Connection connection, LineState line, Collection<Facts.MemberKey> keys, Facts facts)
            throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(REPLAYS)) {
            statement.setArray(1, array(connection, "text", keys, Facts.MemberKey::member));
            statement.setArray(2, array(connection, "text", keys, Facts.MemberKey::key));
            statement.setInt(3, line.launch());
            for (Entry entry : entries(statement, line)) {
                Entry known = facts.orders.computeIfAbsent(entry.id(), id -> entry);
                facts.keys.put(
                        new Facts.MemberKey(entry.member(), entry.origin.asked().key()), known);
            }
        }
    }

    /// @param ids of orders in the line; others are not found
    static void readOrders(Connection connection, LineState line, Collection<OrderId> ids, Facts facts)
            throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(BY_ID)) {
            statement.setArray(1, array(connection, "uuid", ids, OrderId::value));
            for (Entry entry : entries(statement, line)) {
                facts.orders.putIfAbsent(entry.id(), entry);
            }
        }
    }

    /// @param enough counting stops here: more cannot matter to the batch
    static void readLive(Connection connection, int launch, Collection<String> members, int enough, Facts facts)
            throws SQLException {
        if (members.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(LIVE)) {
            statement.setArray(1, array(connection, "text", members, member -> member));
            statement.setInt(2, launch);
            statement.setInt(3, enough);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    OrderId one = new OrderId(rows.getObject(3, UUID.class));
                    facts.live.put(rows.getString(1), new Facts.Live(rows.getInt(2), one));
                }
            }
        }
    }

    static void insert(Connection connection, int launch, Collection<Entry> entries) throws SQLException {
        CopyRows rows = new CopyRows(INSERT);
        for (Entry entry : entries) {
            Entry.Origin origin = entry.origin;
            PlaceOrder asked = origin.asked();
            rows.add(entry.id()).add(launch).add(entry.position).add(entry.entered);
            rows.add(asked.member()).add(asked.key()).add(origin.request());
            rows.add(entry.offer).add(origin.region()).add(asked.store()).add(asked.channel());
            rows.add(asked.referral()).add(asked.acceptTerms());
            rows.add(entry.state.live()).add(entry.state).add(entry.rank).add(entry.from);
            rows.add(entry.price).add(entry.deposit).add(origin.heldAt()).add(origin.payBefore());
            rows.add(entry.placedAt).add(paidProvider(entry)).add(paidPayment(entry));
            rows.add(origin.offer()).add(origin.rank()).add(origin.from()).add(origin.deposit());
            rows.endRow();
        }
        rows.into(connection);
    }

    static void update(Connection connection, Collection<Entry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            statement.setArray(
                    1, array(connection, "uuid", entries, entry -> entry.id().value()));
            statement.setArray(2, array(connection, "bigint", entries, entry -> entry.position));
            statement.setArray(3, array(connection, "bigint", entries, entry -> entry.entered));
            statement.setArray(4, array(connection, "text", entries, entry -> entry.offer));
            statement.setArray(5, array(connection, "boolean", entries, entry -> entry.state.live()));
            statement.setArray(6, array(connection, "text", entries, entry -> entry.state.name()));
            statement.setArray(7, array(connection, "bigint", entries, entry -> entry.rank));
            statement.setArray(8, array(connection, "text", entries, entry -> text(entry.from)));
            statement.setArray(9, array(connection, "bigint", entries, entry -> entry.price));
            statement.setArray(10, array(connection, "bigint", entries, entry -> entry.deposit));
            statement.setArray(11, array(connection, "text", entries, entry -> text(entry.placedAt)));
            statement.setArray(12, array(connection, "text", entries, OrderStore::paidProvider));
            statement.setArray(13, array(connection, "text", entries, OrderStore::paidPayment));
            int updated = statement.executeUpdate();
            if (updated != entries.size()) {
                throw new IllegalStateException("Updated " + updated + " of " + entries.size() + " orders.");
            }
        }
    }

    /// Runs a statement that selects [#COLUMNS].
    static List<Entry> entries(PreparedStatement statement, LineState line) throws SQLException {
        String currency = line.definition().currency();
        List<Entry> entries = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                entries.add(entry(rows, line.slug(), currency));
            }
        }
        return entries;
    }

    /// @param launch the slug
    static Entry entry(ResultSet row, String launch, String currency) throws SQLException {
        PlaceOrder asked = new PlaceOrder(
                launch,
                row.getString("member"),
                row.getString("idempotency_key"),
                row.getString("first_offer"),
                row.getString("region"),
                row.getString("store"),
                row.getString("channel"),
                row.getString("referral"),
                row.getString("accepted_terms"));
        Entry.Origin origin = new Entry.Origin(
                new OrderId(row.getObject("id", UUID.class)),
                asked,
                asked.region(),
                row.getObject("request", UUID.class),
                currency,
                row.getTimestamp("held_at").toInstant(),
                row.getTimestamp("pay_before").toInstant(),
                row.getString("first_offer"),
                row.getLong("first_rank"),
                row.getObject("first_from", LocalDate.class),
                row.getLong("first_deposit"));
        Entry entry = new Entry(origin, row.getLong("position"), row.getLong("entered"), row.getLong("price"));
        entry.offer = row.getString("offer");
        entry.rank = row.getLong("rank");
        entry.state = OrderState.valueOf(row.getString("state"));
        entry.from = row.getObject("promised_from", LocalDate.class);
        entry.deposit = row.getLong("deposit");
        Timestamp placedAt = row.getTimestamp("placed_at");
        entry.placedAt = placedAt == null ? null : placedAt.toInstant();
        String provider = row.getString("paid_provider");
        entry.paid = provider == null ? null : new Entry.Paid(provider, row.getString("paid_payment"));
        return entry;
    }

    static <T> Array array(
            Connection connection,
            String type,
            Collection<T> values,
            Function<? super T, ? extends @Nullable Object> of)
            throws SQLException {
        @Nullable Object[] array = new Object[values.size()];
        int i = 0;
        for (T value : values) {
            array[i++] = of.apply(value);
        }
        return connection.createArrayOf(type, array);
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static @Nullable String paidProvider(Entry entry) {
        return entry.paid == null ? null : entry.paid.provider();
    }

    private static @Nullable String paidPayment(Entry entry) {
        return entry.paid == null ? null : entry.paid.payment();
    }
}
