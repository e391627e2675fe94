package dev.holdfast.delivery.balance;

import static dev.holdfast.kernel.SqlTime.utc;

import dev.holdfast.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Appends entries and adds them up; none is ever changed.
final class EntryStore {
    private static final String APPEND = """
            insert into delivery.balance_entry (balance, debit, credit, amount, currency, at, cause, source, detail)
            values (:balance, :debit, :credit, :amount, :currency, :at, :cause, :source, :detail)
            """;

    private static final String OF = "select * from delivery.balance_entry where balance = :balance order by number";

    private static final String LEFT = """
            select balance, sum(case when debit = 'DUE' then amount when credit = 'DUE' then -amount else 0 end) as owed
            from delivery.balance_entry where balance = any (:balances) group by balance
            """;

    private static final String ACCOUNTS = """
            select entry.account, entry.currency, sum(entry.amount) as amount
            from (select credit as account, currency, amount from delivery.balance_entry
                  union all
                  select debit, currency, -amount from delivery.balance_entry) entry
            group by entry.account, entry.currency order by entry.currency, entry.account
            """;

    private final JdbcClient jdbc;

    EntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param balance null: nobody's yet
    void append(@Nullable Long balance, Entry entry) {
        jdbc.sql(APPEND)
                .param("balance", balance)
                .param("debit", entry.debit().name())
                .param("credit", entry.credit().name())
                .param("amount", entry.amount().amount())
                .param("currency", entry.amount().currency())
                .param("at", utc(entry.at()))
                .param("cause", entry.cause())
                .param("source", entry.source())
                .param("detail", entry.detail())
                .update();
    }

    /// The oldest first.
    List<Entry> of(long balance) {
        return jdbc.sql(OF)
                .param("balance", balance)
                .query((row, number) -> entry(row))
                .list();
    }

    /// What is owed of each: less than nothing where too much was paid.
    Map<Long, Long> owed(Collection<Long> balances) {
        return jdbc
                .sql(LEFT)
                .param("balances", balances.toArray(Long[]::new))
                .query((row, number) -> Map.entry(row.getLong("balance"), row.getLong("owed")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    long owed(long balance) {
        return owed(List.of(balance)).getOrDefault(balance, 0L);
    }

    /// Every account that was ever moved, by currency.
    List<BalanceDesk.Standing> accounts() {
        return jdbc.sql(ACCOUNTS)
                .query((row, number) -> new BalanceDesk.Standing(
                        row.getString("account").toLowerCase(Locale.ROOT),
                        new Money(row.getLong("amount"), row.getString("currency"))))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                Account.valueOf(row.getString("debit")),
                Account.valueOf(row.getString("credit")),
                new Money(row.getLong("amount"), row.getString("currency")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("cause"),
                row.getString("source"),
                row.getString("detail"));
    }
}
