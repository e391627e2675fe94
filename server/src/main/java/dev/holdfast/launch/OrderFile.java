package dev.holdfast.launch;

import dev.holdfast.kernel.Money;
import java.time.Instant;
import java.util.List;

/// One order with all that is kept of it: what its member sees, and the money behind it.
///
/// @param payments what providers reported for it, taken or not
/// @param unmatched what they reported for it that did not fit
/// @param transfers what its deposit did in the ledger
public record OrderFile(
        OrderHistory history, List<PaymentReport> payments, List<Unmatched> unmatched, List<Moved> transfers) {
    public OrderFile {
        payments = List.copyOf(payments);
        unmatched = List.copyOf(unmatched);
        transfers = List.copyOf(transfers);
    }

    /// @param outcome what became of it, in a stable word such as `PLACED`
    public record PaymentReport(
            String provider, String webhook, String kind, String payment, Money amount, Instant at, String outcome) {}

    /// An amount on its way from one account of the ledger to another.
    public record Moved(String from, String to, Money amount, Instant at, String cause) {}
}
