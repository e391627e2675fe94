package dev.holdfast.launch.ledger;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.Balance;
import dev.holdfast.launch.copy.CopyRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Appends transfers and adds them up.
public final class Ledger {
    private static final String APPEND = """
            copy launch.transfer (launch, order_text, debit, credit, amount, currency, at, cause) from stdin
            """;

    private static final String BALANCES = """
            select entry.account, entry.currency, sum(entry.amount) as amount
            from (select t.credit as account, t.currency, t.amount from launch.transfer t
                  union all
                  select t.debit, t.currency, -t.amount from launch.transfer t
                  union all
                  select side.account, c.currency, side.sign * c.amount
                  from launch.compensation c
                  cross join (values ('COMPENSATION_DUE', 1), ('COMPENSATION', -1)) as side (account, sign)
                  where c.plan_run is null
                    or exists (select from launch.publication p where p.launch = c.launch and p.run = c.plan_run)
                 ) entry
            group by entry.account, entry.currency
            order by entry.currency, entry.account
            """;

    private Ledger() {}

    /// Joins the connection's transaction.
    ///
    /// @param launch the number of the launch whose line is written, 0 for money that names none
    public static void append(Connection connection, int launch, Instant at, List<Transfer> transfers)
            throws SQLException {
        CopyRows rows = new CopyRows(APPEND);
        for (Transfer transfer : transfers) {
            rows.add(launch).add(transfer.order()).add(transfer.debit()).add(transfer.credit());
            rows.add(transfer.amount()).add(transfer.currency()).add(at).add(transfer.cause());
            rows.endRow();
        }
        rows.into(connection);
    }

    /// Every account that was ever moved, by currency.
    public static List<Balance> balances(JdbcClient jdbc) {
        return jdbc.sql(BALANCES)
                .query((row, number) -> new Balance(
                        row.getString("account").toLowerCase(Locale.ROOT),
                        new Money(row.getLong("amount"), row.getString("currency"))))
                .list();
    }
}
