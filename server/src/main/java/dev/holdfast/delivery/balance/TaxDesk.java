package dev.holdfast.delivery.balance;

import dev.holdfast.launch.OrderId;
import dev.holdfast.member.Members;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of tax documents for whoever issues them, and for operators who look what was requested.
public final class TaxDesk {
    /// A spreadsheet holds as many, and nobody's browser waits for more.
    public static final int MAX_EXPORT = 100_000;

    private final TaxStore tax;
    private final BalanceStore balances;
    private final Members members;
    private final TransactionTemplate transactions;

    TaxDesk(TaxStore tax, BalanceStore balances, Members members, TransactionTemplate transactions) {
        this.tax = tax;
        this.balances = balances;
        this.members = members;
        this.transactions = transactions;
    }

    /// What is to be issued elsewhere, in the order of commits.
    ///
    /// @param after the number of the last one that is known; 0: from the beginning
    public List<TaxRequest> requests(long after, int limit) {
        return tax.page(after, most(limit));
    }

    /// Those among them that fit, the latest first.
    ///
    /// @param before the number of the last one of the page before; [Long#MAX_VALUE]: from the latest on
    public List<TaxRequest> latest(TaxQuery query, long before, int limit) {
        return tax.latest(query, before, most(limit));
    }

    /// All that was ever requested for an order, the oldest first.
    public List<TaxRequest> of(OrderId order) {
        return balances.find(order).map(row -> tax.of(row.number())).orElse(List.of());
    }

    /// Hands them over one by one from a number on, [#MAX_EXPORT] at most.
    public void export(long after, String operator, Consumer<TaxRequest> each) {
        transactions.executeWithoutResult(
                status -> members.audit(operator, "export_tax_requests", "tax_requests", "after " + after));
        long last = after;
        for (int told = 0; told < MAX_EXPORT; told += BalanceDesk.MAX_PAGE) {
            List<TaxRequest> page = tax.page(last, BalanceDesk.MAX_PAGE);
            page.forEach(each);
            if (page.size() < BalanceDesk.MAX_PAGE) {
                return;
            }
            last = page.getLast().number();
        }
    }

    private static int most(int limit) {
        return Math.clamp(limit, 1, BalanceDesk.MAX_PAGE);
    }
}
