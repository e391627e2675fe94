package dev.holdfast.delivery.balance;

import dev.holdfast.delivery.balance.Balance.State;
import dev.holdfast.delivery.balance.BalanceStore.Row;
import dev.holdfast.kernel.Money;
import java.util.List;
import java.util.Map;

/// Puts together what is known of a balance.
final class BalanceReads {
    private final EntryStore entries;
    private final PaymentStore payments;
    private final RefundStore refunds;

    BalanceReads(EntryStore entries, PaymentStore payments, RefundStore refunds) {
        this.entries = entries;
        this.payments = payments;
        this.refunds = refunds;
    }

    Balance look(Row row) {
        List<Entry> all = entries.of(row.number());
        return balance(
                row,
                all.stream().mapToLong(Entry::owed).sum(),
                all.stream().filter(Entry::isLine).map(Balance.Line::of).toList(),
                payments.of(row.number()),
                refunds.of(row.number()));
    }

    /// A list of balances says what is left of each, and no more.
    List<Balance> list(List<Row> rows) {
        Map<Long, Long> owed = entries.owed(rows.stream().map(Row::number).toList());
        return rows.stream()
                .map(row -> balance(row, owed.getOrDefault(row.number(), 0L), List.of(), List.of(), List.of()))
                .toList();
    }

    private static Balance balance(
            Row row, long owed, List<Balance.Line> lines, List<Payment> payments, List<Refund> refunds) {
        long left = row.state() == State.ENDED ? 0 : Math.max(0, owed);
        return new Balance(
                row.number(),
                row.order(),
                row.member(),
                row.state(),
                RfReference.of(row.number()),
                row.pay(),
                new Money(left, row.currency()),
                lines,
                payments,
                refunds,
                row.buyer(),
                row.settledAt(),
                row.handedOverAt());
    }
}
