package dev.holdfast.web;

import java.util.Map;
import java.util.TreeMap;

/// Where the deposits are, as the table of transfers has it.
final class Ledger {
    private static final String BY_ACCOUNT = """
            select account, sum(amount)::bigint from (
              select credit as account, amount from launch.transfer where order_text = :order
              union all
              select debit, -amount from launch.transfer where order_text = :order) entries
            where account <> 'RECEIVED' group by account having sum(amount) <> 0
            """;

    private Ledger() {}

    /// What the accounts hold of one order's money. A refund on its way and one that arrived count as GIVEN_BACK: the
    /// sandbox confirms them in its own time.
    static Map<String, Long> ofOrder(RunningServer server, String order) {
        Map<String, Long> balances = new TreeMap<>();
        server.database()
                .sql(BY_ACCOUNT)
                .param("order", order)
                .query((row, number) -> {
                    String account = row.getString(1).replaceFirst("REFUND(ING|ED)", "GIVEN_BACK");
                    return balances.merge(account, row.getLong(2), Long::sum);
                })
                .list();
        return balances;
    }

    static long balance(RunningServer server, String order, String account) {
        return server
                .database()
                .sql(BY_ACCOUNT)
                .param("order", order)
                .query((row, number) -> row.getString(1).equals(account) ? row.getLong(2) : 0)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    static Map<String, Long> of(String account, long amount) {
        return Map.of(account, amount);
    }

    static Map<String, Long> of(String account, long amount, String other, long otherAmount) {
        return Map.of(account, amount, other, otherAmount);
    }
}
