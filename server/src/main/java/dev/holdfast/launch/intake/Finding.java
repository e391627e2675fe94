package dev.holdfast.launch.intake;

import dev.holdfast.launch.FoundOrders;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderQuery;
import dev.holdfast.launch.OrderQuery.Sort;
import dev.holdfast.launch.consent.ConsentBook;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Finds orders for those who run a launch, by the keys that orders have anyway.
///
/// Positions have no gaps but those of orders that moved on, and an id carries the position its order entered at: so a
/// stretch of the line is a range of one of two keys, and what a page costs is known before it is read.
final class Finding {
    private static final String FILTER = """
             and (:state::text is null or o.state = :state) and (:offer::text is null or o.offer = :offer)
             and (:region::text is null or o.region = :region)
             and (not :moved or (last.given and last.promised_from is distinct from o.first_from))
             and (not :asked or (o.live and 'ASKED' = (
               select f.state from launch.consent f where f.order_id = o.id and""" + " " + ConsentBook.COUNTS + """
                order by f.number desc limit 1)))
            """;

    private static final String BY_POSITION =
            Book.SELECT + " where o.launch = :launch and o.position > :low and o.position <= :high" + " " + FILTER;

    private static final String BY_ID = Book.SELECT + " where o.id > :low and o.id <= :high" + " " + FILTER;

    private static final String CURRENT = "case when last.given then last.promised_from else o.promised_from end";

    static final String UP = BY_POSITION + " order by o.position limit :limit";
    static final String DOWN = BY_POSITION + " order by o.position desc limit :limit";
    static final String HELD_UP = BY_ID + " order by o.id limit :limit";
    static final String HELD_DOWN = BY_ID + " order by o.id desc limit :limit";
    static final String SOONEST = BY_POSITION + " order by " + CURRENT + " nulls last, o.position limit :limit";
    static final String LATEST = BY_POSITION + " order by " + CURRENT + " desc nulls first, o.position limit :limit";

    /// `+ 0` keeps the planner from walking the launch by position, as in [OrderStore].
    static final String OF_MEMBER = Book.SELECT + """
             where o.member = :member and o.launch + 0 = :launch
            """ + " " + FILTER + " order by o.id limit :limit";

    /// A position that was left belongs to the order that left it.
    static final String AT = """
            select id from launch.orders where launch = :launch and position = :position
            union all
            select order_id from launch.vacated where launch = :launch and position = :position
            limit 1
            """;

    private static final String POSITIONS = "select positions from launch.line where launch = :launch";

    private final JdbcClient jdbc;

    private final long stretch;

    /// @param stretch places looked at for one page
    Finding(JdbcClient jdbc, long stretch) {
        this.jdbc = jdbc;
        this.stretch = stretch;
    }

    FoundOrders find(int launch, OrderQuery query, int limit) {
        String member = query.member();
        if (member != null) {
            return new FoundOrders(
                    orders(jdbc.sql(OF_MEMBER).param("member", member).param("launch", launch), query, limit),
                    0,
                    0,
                    null);
        }
        long end = jdbc.sql(POSITIONS)
                .param("launch", launch)
                .query((row, number) -> row.getLong(1))
                .single();
        return query.descending() && query.sort() != Sort.PROMISE
                ? down(launch, query, end, limit)
                : up(launch, query, end, limit);
    }

    Optional<OrderId> at(int launch, long position) {
        return jdbc.sql(AT)
                .param("launch", launch)
                .param("position", position)
                .query((row, number) -> new OrderId(row.getObject(1, UUID.class)))
                .optional();
    }

    private FoundOrders up(int launch, OrderQuery query, long end, int limit) {
        long low = Math.clamp(query.after() == null ? 0 : query.after(), 0, end);
        long high = Math.min(end, low + stretch);
        List<Order> found = orders(stretch(launch, query, low, high), query, limit);
        // Sorted by promise, a page is the best of its stretch; the next page is of the next stretch.
        boolean cut = found.size() == limit && query.sort() != Sort.PROMISE;
        long last = cut ? place(query, found.getLast()) : high;
        return new FoundOrders(found, low + 1, last, last < end ? Long.valueOf(last) : null);
    }

    private FoundOrders down(int launch, OrderQuery query, long end, int limit) {
        long high = Math.clamp(query.after() == null ? end : query.after() - 1, 0, end);
        long low = Math.max(0, high - stretch);
        List<Order> found = orders(stretch(launch, query, low, high), query, limit);
        long first = found.size() == limit ? place(query, found.getLast()) : low + 1;
        return new FoundOrders(found, first, high, first > 1 ? Long.valueOf(first) : null);
    }

    private StatementSpec stretch(int launch, OrderQuery query, long low, long high) {
        if (query.sort() == Sort.HELD) {
            return jdbc.sql(query.descending() ? HELD_DOWN : HELD_UP)
                    .param("low", upTo(launch, low))
                    .param("high", upTo(launch, high));
        }
        return jdbc.sql(byPosition(query))
                .param("launch", launch)
                .param("low", low)
                .param("high", high);
    }

    private static String byPosition(OrderQuery query) {
        if (query.sort() == Sort.PROMISE) {
            return query.descending() ? LATEST : SOONEST;
        }
        return query.descending() ? DOWN : UP;
    }

    /// No order that entered at this position or before has a larger id.
    private static UUID upTo(int launch, long position) {
        return OrderId.of(launch, position, -1).value();
    }

    private static long place(OrderQuery query, Order order) {
        return query.sort() == Sort.HELD ? order.id().position() : order.position();
    }

    private static List<Order> orders(StatementSpec statement, OrderQuery query, int limit) {
        return statement
                .param("state", name(query))
                .param("offer", query.offer())
                .param("region", query.region())
                .param("moved", query.moved())
                .param("asked", query.asked())
                .param("limit", limit)
                .query((row, number) -> Book.entry(row).order())
                .list();
    }

    private static @Nullable String name(OrderQuery query) {
        return query.state() == null ? null : query.state().name();
    }
}
