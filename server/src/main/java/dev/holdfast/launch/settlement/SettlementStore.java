package dev.holdfast.launch.settlement;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Settlement;
import dev.holdfast.launch.ledger.Ledger;
import dev.holdfast.launch.ledger.Transfer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of what is owed and how it was settled.
final class SettlementStore {
    /// What came with a plan run is owed once that run is published.
    private static final String GRANTED = """
            select c.order_id, c.number, o.member, o.offer, o.state, o.live, c.rule, c.weeks, c.amount, c.currency,
              c.set_off, coalesce(q.at, c.at) as since, c.plan_run, s.way, s.reference, s.amount as settled,
              s.at as settled_at,
              o.price - o.deposit - coalesce((
                select sum(d.amount) from launch.settlement d
                where d.order_id = c.order_id and d.way = 'SET_OFF'), 0) as balance
            from launch.compensation c
            join launch.orders o on o.id = c.order_id
            left join launch.publication q on q.launch = c.launch and q.run = c.plan_run
            left join launch.settlement s on s.order_id = c.order_id and s.compensation = c.number
            where (c.plan_run is null or q.run is not null)
            """;

    static final String ONE = GRANTED + " and c.order_id = :order and c.number = :number";

    /// What was to be set off ended with an order that ended.
    static final String OWED = GRANTED + """
             and c.launch = (select l.number from launch.launch l where l.slug = :slug)
              and c.number > :after and s.order_id is null and (o.live or not c.set_off)
            order by c.number limit :limit
            """;

    static final String OF_ORDER = GRANTED + " and c.order_id = :order order by c.number";

    private static final String LOCK = "select sequence from launch.line where launch = :launch for update";

    private static final String APPEND = """
            insert into launch.settlement
              (order_id, compensation, launch, way, amount, currency, reference, note, operator, at)
            values (:order, :compensation, :launch, :way, :amount, :currency, :reference, :note, :operator, :at)
            """;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    SettlementStore(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    /// One amount, settled or not.
    ///
    /// @param live whether its order is
    /// @param settled in minor units; null with the settlement
    record Granted(
            Owed owed,
            boolean live,
            @Nullable Settlement settlement,
            @Nullable Money settled) {}

    List<Owed> owed(String slug, long after, int limit) {
        return jdbc.sql(OWED)
                .param("slug", slug)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> granted(row).owed())
                .list();
    }

    List<Granted> of(OrderId order) {
        return jdbc.sql(OF_ORDER)
                .param("order", order.value())
                .query((row, index) -> granted(row))
                .list();
    }

    Optional<Granted> find(OrderId order, long number) {
        return jdbc.sql(ONE)
                .param("order", order.value())
                .param("number", number)
                .query((row, index) -> granted(row))
                .optional();
    }

    /// Until the running transaction ends no batch cancels the order, and nobody else settles.
    void lockLine(int launch) {
        jdbc.sql(LOCK).param("launch", launch).query(Long.class).optional();
    }

    /// Joins the running transaction.
    void append(Settle settle, Transfer transfer, String operator, Instant at) {
        jdbc.sql(APPEND)
                .param("order", settle.order().value())
                .param("compensation", settle.number())
                .param("launch", settle.order().launch())
                .param("way", settle.way().name())
                .param("amount", settle.amount().amount())
                .param("currency", settle.amount().currency())
                .param("reference", settle.reference())
                .param("note", settle.note())
                .param("operator", operator)
                .param("at", Timestamp.from(at))
                .update();
        template.execute((Connection connection) -> {
            Ledger.append(connection, settle.order().launch(), at, List.of(transfer));
            return Boolean.TRUE;
        });
    }

    private static Granted granted(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        Owed owed = new Owed(
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getLong("number"),
                row.getString("member"),
                row.getString("offer"),
                OrderState.valueOf(row.getString("state")),
                row.getString("rule"),
                row.getInt("weeks"),
                new Money(row.getLong("amount"), currency),
                row.getBoolean("set_off"),
                new Money(Math.max(0, row.getLong("balance")), currency),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("plan_run", Integer.class));
        String way = row.getString("way");
        return way == null
                ? new Granted(owed, row.getBoolean("live"), null, null)
                : new Granted(
                        owed,
                        row.getBoolean("live"),
                        new Settlement(
                                Settlement.Way.valueOf(way),
                                row.getString("reference"),
                                row.getObject("settled_at", OffsetDateTime.class)
                                        .toInstant()),
                        new Money(row.getLong("settled"), currency));
    }
}
