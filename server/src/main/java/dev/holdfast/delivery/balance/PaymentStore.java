package dev.holdfast.delivery.balance;

import static dev.holdfast.kernel.SqlTime.instant;
import static dev.holdfast.kernel.SqlTime.utc;

import dev.holdfast.delivery.balance.Lenders.Loan;
import dev.holdfast.delivery.balance.Payment.State;
import dev.holdfast.delivery.balance.Payment.Way;
import dev.holdfast.kernel.Money;
import dev.holdfast.launch.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of payments, and of the providers' messages that were heard.
final class PaymentStore {
    private static final String HEAR = """
            insert into delivery.balance_event (provider, webhook_id, at) values (:provider, :webhook, :now)
            on conflict do nothing
            """;

    private static final String KNOWN = """
            select * from delivery.balance_payment where way = :way and told_by = :toldBy and reference = :reference
            """;

    private static final String ADD = """
            insert into delivery.balance_payment
              (balance, way, told_by, reference, amount, currency, at, signed_by, state)
            values (:balance, :way, :toldBy, :reference, :amount, :currency, :now, :signedBy, 'TAKEN') returning *
            """;

    private static final String OF = "select * from delivery.balance_payment where balance = :balance order by number";

    private static final String LENT = """
            select p.*, b.order_id, b.handed_over_at from delivery.balance_payment p
            join delivery.balance b on b.number = p.balance
            where p.way = 'LENDER' and p.number < :before order by p.number desc limit :limit
            """;

    private static final String LENT_BY = """
            select p.*, b.order_id, b.handed_over_at from delivery.balance_payment p
            join delivery.balance b on b.number = p.balance
            where p.way = 'LENDER' and p.told_by = :lender and p.number < :before order by p.number desc limit :limit
            """;

    private static final String STATE = "update delivery.balance_payment set state = :state where number = :number";

    private final JdbcClient jdbc;

    PaymentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What somebody says was paid.
    record Said(Way way, String toldBy, String reference, Money amount, String signedBy) {}

    /// A payment and the balance it is on.
    record Known(long balance, Payment payment) {}

    /// @return false: this very message was heard before
    boolean hear(String provider, String webhook, Instant now) {
        return jdbc.sql(HEAR)
                        .param("provider", provider)
                        .param("webhook", webhook)
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    Optional<Known> known(Way way, String toldBy, String reference) {
        return jdbc
                .sql(KNOWN)
                .param("way", way.name())
                .param("toldBy", toldBy)
                .param("reference", reference)
                .query((row, number) -> new Known(row.getLong("balance"), payment(row)))
                .list()
                .stream()
                .findFirst();
    }

    Payment add(long balance, Said said, Instant now) {
        return jdbc.sql(ADD)
                .param("balance", balance)
                .param("way", said.way().name())
                .param("toldBy", said.toldBy())
                .param("reference", said.reference())
                .param("amount", said.amount().amount())
                .param("currency", said.amount().currency())
                .param("signedBy", said.signedBy())
                .param("now", utc(now))
                .query((row, number) -> payment(row))
                .single();
    }

    /// The oldest first.
    List<Payment> of(long balance) {
        return jdbc.sql(OF)
                .param("balance", balance)
                .query((row, number) -> payment(row))
                .list();
    }

    /// What lenders confirmed, the latest first.
    List<Loan> lent(long before, int limit) {
        return jdbc.sql(LENT)
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> loan(row))
                .list();
    }

    List<Loan> lentBy(String lender, long before, int limit) {
        return jdbc.sql(LENT_BY)
                .param("lender", lender)
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> loan(row))
                .list();
    }

    void state(long number, State state) {
        jdbc.sql(STATE).param("number", number).param("state", state.name()).update();
    }

    private static Loan loan(ResultSet row) throws SQLException {
        return new Loan(
                new OrderId(row.getObject("order_id", UUID.class)),
                payment(row),
                instant(row.getObject("handed_over_at", OffsetDateTime.class)));
    }

    private static Payment payment(ResultSet row) throws SQLException {
        return new Payment(
                row.getLong("number"),
                Way.valueOf(row.getString("way")),
                row.getString("told_by"),
                row.getString("reference"),
                new Money(row.getLong("amount"), row.getString("currency")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("signed_by"),
                State.valueOf(row.getString("state")));
    }
}
