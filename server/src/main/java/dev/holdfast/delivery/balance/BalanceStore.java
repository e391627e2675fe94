package dev.holdfast.delivery.balance;

import static dev.holdfast.kernel.SqlTime.instant;
import static dev.holdfast.kernel.SqlTime.utc;

import dev.holdfast.launch.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of balances: whose, and how they stand.
final class BalanceStore {
    static final String GUARD = " for update";

    private static final String NEXT = "select nextval('delivery.balance_number')";

    private static final String OPEN = """
            insert into delivery.balance
              (number, order_id, launch, member, pay_id, currency, state, looked_on, opened_at)
            values (:number, :order, :launch, :member, :pay, :currency, 'OPEN', :today, :now)
            on conflict (order_id) do nothing
            """;

    private static final String OF_ORDER = "select * from delivery.balance where order_id = :order";

    private static final String OF_NUMBER = "select * from delivery.balance where number = :number";

    private static final String OF_PAY = "select number from delivery.balance where pay_id = :pay";

    private static final String STATE = """
            update delivery.balance set state = :state, settled_at = case when :state = 'SETTLED'
              then coalesce(settled_at, :now) when :state = 'OPEN' then null else settled_at end
            where number = :number
            """;

    private static final String LOOKED = "update delivery.balance set looked_on = :today where number = :number";

    private static final String HANDED_OVER = """
            update delivery.balance set handed_over_at = coalesce(handed_over_at, :now) where number = :number
            """;

    private static final String BUYER = """
            update delivery.balance set buyer_name = :name, buyer_tax_number = :taxNumber, buyer_address = :address
            where number = :number
            """;

    private static final String PAGE = """
            select * from delivery.balance where launch = :launch and (:state::text is null or state = :state)
              and number > :after order by number limit :limit
            """;

    private static final String TO_LOOK_AT = """
            select order_id from delivery.balance where state <> 'ENDED' and handed_over_at is null
              and looked_on < :today order by looked_on limit :max
            """;

    private final JdbcClient jdbc;
    private final String guard;

    BalanceStore(JdbcClient jdbc) {
        this(jdbc, GUARD);
    }

    /// @param guard how a row is locked; a test leaves it out, to see what it is worth
    BalanceStore(JdbcClient jdbc, String guard) {
        this.jdbc = jdbc;
        this.guard = guard;
    }

    record Row(
            long number,
            OrderId order,
            String member,
            OrderId pay,
            String currency,
            Balance.State state,
            LocalDate lookedOn,
            @Nullable Instant settledAt,
            @Nullable Instant handedOverAt,
            Buyer buyer) {}

    long next() {
        return jdbc.sql(NEXT).query(Long.class).single();
    }

    /// @return false: it was open
    boolean open(long number, OrderId order, String member, OrderId pay, String currency, Instant now) {
        return jdbc.sql(OPEN)
                        .param("number", number)
                        .param("order", order.value())
                        .param("launch", order.launch())
                        .param("member", member)
                        .param("pay", pay.value())
                        .param("currency", currency)
                        .param("today", utc(now).toLocalDate())
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    Optional<Row> find(OrderId order) {
        return jdbc.sql(OF_ORDER)
                .param("order", order.value())
                .query((row, index) -> row(row))
                .optional();
    }

    Optional<Row> find(long number) {
        return jdbc.sql(OF_NUMBER)
                .param("number", number)
                .query((row, index) -> row(row))
                .optional();
    }

    /// Until the running transaction ends nobody else writes anything of this balance.
    Optional<Row> lock(OrderId order) {
        return jdbc.sql(OF_ORDER + guard)
                .param("order", order.value())
                .query((row, index) -> row(row))
                .optional();
    }

    Optional<Row> lock(long number) {
        return jdbc.sql(OF_NUMBER + guard)
                .param("number", number)
                .query((row, index) -> row(row))
                .optional();
    }

    /// The balance that payment providers call so.
    Optional<Long> paidAs(OrderId pay) {
        return jdbc.sql(OF_PAY).param("pay", pay.value()).query(Long.class).optional();
    }

    void state(long number, Balance.State state, Instant now) {
        jdbc.sql(STATE)
                .param("number", number)
                .param("state", state.name())
                .param("now", utc(now))
                .update();
    }

    void looked(long number, LocalDate today) {
        jdbc.sql(LOOKED).param("number", number).param("today", today).update();
    }

    void handedOver(long number, Instant now) {
        jdbc.sql(HANDED_OVER).param("number", number).param("now", utc(now)).update();
    }

    void buyer(long number, Buyer buyer) {
        jdbc.sql(BUYER)
                .param("number", number)
                .param("name", buyer.name())
                .param("taxNumber", buyer.taxNumber())
                .param("address", buyer.address())
                .update();
    }

    List<Row> page(int launch, Balance.@Nullable State state, long after, int limit) {
        return jdbc.sql(PAGE)
                .param("launch", launch)
                .param("state", state == null ? null : state.name())
                .param("after", after)
                .param("limit", limit)
                .query((row, index) -> row(row))
                .list();
    }

    List<OrderId> toLookAt(LocalDate today, int max) {
        return jdbc.sql(TO_LOOK_AT)
                .param("today", today)
                .param("max", max)
                .query((row, index) -> new OrderId(row.getObject("order_id", UUID.class)))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("number"),
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getString("member"),
                new OrderId(row.getObject("pay_id", UUID.class)),
                row.getString("currency"),
                Balance.State.valueOf(row.getString("state")),
                row.getObject("looked_on", LocalDate.class),
                instant(row.getObject("settled_at", OffsetDateTime.class)),
                instant(row.getObject("handed_over_at", OffsetDateTime.class)),
                new Buyer(
                        row.getString("buyer_name"),
                        row.getString("buyer_tax_number"),
                        row.getString("buyer_address")));
    }
}
