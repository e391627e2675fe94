package dev.holdfast.launch.review;

import static dev.holdfast.kernel.SqlTime.utc;

import dev.holdfast.launch.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of signals, of keyed hashes alone; and how far each launch was screened.
final class SignalStore {
    /// What is known twice stays as it was: who could change it could change what it proves.
    private static final String NOTE = """
            insert into launch.signal as s (order_id, launch, device, network, instrument, address, at)
            select n.order_id, n.launch, decode(min(n.device), 'hex'), decode(min(n.network), 'hex'),
              decode(min(n.instrument), 'hex'), decode(min(n.address), 'hex'), :at
            from unnest(:orders::uuid[], :launches::int[], :devices::text[], :networks::text[], :instruments::text[],
              :addresses::text[]) as n (order_id, launch, device, network, instrument, address)
            group by n.order_id, n.launch
            order by n.order_id
            on conflict (order_id) do update set device = coalesce(s.device, excluded.device),
              network = coalesce(s.network, excluded.network), instrument = coalesce(s.instrument, excluded.instrument),
              address = coalesce(s.address, excluded.address)
            """;

    private static final String SCREENED = """
            select l.number from launch.launch l where jsonb_typeof(l.definition -> 'entry' -> 'screening') = 'object'
            """;

    /// Later than the signals of the same order, which are written a moment after it.
    private static final String PAID = """
            select e.number, e.order_id from launch.payment_event e
            where e.launch = :launch and e.number > coalesce(
                (select c.payment from launch.screening_cursor c where c.launch = :launch), 0)
              and e.at < :before and e.outcome = 'PLACED'
            order by e.number limit :limit""";

    private static final String MOVE = """
            insert into launch.screening_cursor as c (launch, payment) values (:launch, :payment)
            on conflict (launch) do update set payment = greatest(c.payment, excluded.payment)""";

    private static final String SEEN =
            """
            select %s, %s, %s, %s, l.opened_at, m.held_at
            from launch.orders m
            join launch.launch l on l.number = m.launch
            left join launch.signal mine on mine.order_id = m.id
            where m.id = :id""".formatted(others("instrument"), others("device"), others("address"), others("network"));

    /// Whose first order looked harmless, for there were no others yet.
    private static final String PEERS = """
            select distinct s.order_id from launch.signal mine
            join launch.signal s on s.launch = mine.launch and s.order_id <> mine.order_id
              and (s.instrument = mine.instrument or s.device = mine.device or s.address = mine.address)
            where mine.order_id = :id limit 50""";

    private static final String PLACED = """
            select o.id from launch.orders o where o.id = any(:orders) and o.placed_at < :before""";

    private static final String FORGET = """
            delete from launch.signal where order_id in (
              select s.order_id from launch.signal s where s.at < :before limit 5000)""";

    private final JdbcClient jdbc;

    SignalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What was noticed of one order; hashes, in hexadecimal digits.
    record Noticed(
            OrderId order,
            @Nullable String device,
            @Nullable String network,
            @Nullable String instrument,
            @Nullable String address) {}

    record Paid(long number, OrderId order) {}

    void note(List<Noticed> noticed, Instant at) {
        jdbc.sql(NOTE)
                .param("orders", noticed.stream().map(one -> one.order.value()).toArray(UUID[]::new))
                .param(
                        "launches",
                        noticed.stream().map(one -> one.order.launch()).toArray(Integer[]::new))
                .param("devices", noticed.stream().map(Noticed::device).toArray(String[]::new))
                .param("networks", noticed.stream().map(Noticed::network).toArray(String[]::new))
                .param("instruments", noticed.stream().map(Noticed::instrument).toArray(String[]::new))
                .param("addresses", noticed.stream().map(Noticed::address).toArray(String[]::new))
                .param("at", utc(at))
                .update();
    }

    /// Those of the orders that were paid for before.
    List<OrderId> placed(Collection<OrderId> orders, Instant before) {
        return jdbc.sql(PLACED)
                .param("orders", orders.stream().map(OrderId::value).toArray(UUID[]::new))
                .param("before", utc(before))
                .query((row, number) -> new OrderId(row.getObject(1, UUID.class)))
                .list();
    }

    List<Integer> screened() {
        return jdbc.sql(SCREENED).query((row, number) -> row.getInt(1)).list();
    }

    List<Paid> paid(int launch, Instant before, int limit) {
        return jdbc.sql(PAID)
                .param("launch", launch)
                .param("before", utc(before))
                .param("limit", limit)
                .query((row, number) -> new Paid(row.getLong(1), new OrderId(row.getObject(2, UUID.class))))
                .list();
    }

    void move(int launch, long payment) {
        jdbc.sql(MOVE).param("launch", launch).param("payment", payment).update();
    }

    Seen seen(OrderId order, Instant opensAt) {
        return jdbc.sql(SEEN)
                .param("id", order.value())
                .query((row, number) -> new Seen(
                        row.getInt(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        Duration.between(
                                later(row.getObject(5, OffsetDateTime.class), opensAt),
                                row.getObject(6, OffsetDateTime.class).toInstant())))
                .single();
    }

    /// More than any weight asks for; so a ring of any size costs the same.
    private static String others(String signal) {
        return """
            (select count(distinct other.member) from (
               select o.member from launch.signal s join launch.orders o on o.id = s.order_id
               where s.launch = mine.launch and s.%1$s = mine.%1$s and o.member <> m.member limit 200) other)
            """.formatted(signal);
    }

    /// An operator may have opened it before its time, or after.
    private static Instant later(@Nullable OffsetDateTime openedAt, Instant opensAt) {
        return openedAt == null ? opensAt : openedAt.toInstant();
    }

    List<OrderId> peers(OrderId order) {
        return jdbc.sql(PEERS)
                .param("id", order.value())
                .query((row, number) -> new OrderId(row.getObject(1, UUID.class)))
                .list();
    }

    int forget(Instant before) {
        return jdbc.sql(FORGET).param("before", utc(before)).update();
    }
}
