package dev.holdfast.launch.settlement;

import dev.holdfast.member.Members;
import java.time.Clock;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Settlements for tests of modules above.
public final class SettlementsOnPaper {
    private SettlementsOnPaper() {}

    /// On the very connections that the transactions are of.
    public static Settlements settlements(TransactionTemplate transactions, Members members, Clock clock) {
        DataSourceTransactionManager manager =
                (DataSourceTransactionManager) Objects.requireNonNull(transactions.getTransactionManager());
        JdbcTemplate jdbc = new JdbcTemplate(Objects.requireNonNull(manager.getDataSource()));
        return SettlementBeans.settlements(jdbc, transactions, members, clock);
    }
}
