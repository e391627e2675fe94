package dev.holdfast.web.page;

import dev.holdfast.delivery.balance.Account;
import dev.holdfast.delivery.balance.Balance;
import dev.holdfast.delivery.balance.Credits.Credit;
import dev.holdfast.delivery.balance.Entry;
import dev.holdfast.delivery.balance.TaxRequest;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that is known of the balance of one order, and where an operator takes a credit off it.
///
/// @param lines null: the order has no balance, or not yet
/// @param ledger every amount that was ever moved for it, the oldest first
/// @param requests for its tax documents, the oldest first
/// @param typed a credit that was refused
/// @param told what was just done, in words; null: nothing was
record StaffBalancePage(
        Frame frame,
        LaunchView launch,
        Order order,
        @Nullable BalanceLines lines,
        List<Entry> ledger,
        List<TaxRequest> requests,
        Typed typed,
        @Nullable String told,
        @Nullable Notice notice) {
    private static final String PAYMENT = "payment";
    private static final String CREDIT_WITHDRAWN = "credit_withdrawn";

    StaffBalancePage {
        ledger = List.copyOf(ledger);
        requests = List.copyOf(requests);
    }

    static String address(OrderId order) {
        return "/operator/orders/" + order + "/balance";
    }

    String address() {
        return address(order.id());
    }

    Words words() {
        return frame.words();
    }

    static boolean ended(BalanceLines lines) {
        return lines.balance().state() == Balance.State.ENDED;
    }

    static Credit.Kind[] kinds() {
        return Credit.Kind.values();
    }

    /// Which credit a line is, where it may still be taken back.
    Credit.@Nullable Kind credit(BalanceLines lines, Balance.Line line) {
        if (ended(lines) || lines.balance().handedOverAt() != null || withdrawn(line)) {
            return null;
        }
        return Arrays.stream(kinds())
                .filter(kind -> kind.cause().equals(line.cause()))
                .findFirst()
                .orElse(null);
    }

    private boolean withdrawn(Balance.Line line) {
        return ledger.stream()
                .anyMatch(entry -> entry.cause().equals(CREDIT_WITHDRAWN)
                        && entry.source().equals(line.source())
                        && entry.credit().name().equalsIgnoreCase(line.cause()));
    }

    String account(Account account) {
        return words().say("desk.account." + account);
    }

    /// What moved an amount: a line of the balance, or what was paid of it.
    String why(Entry entry) {
        return words().sayOrQuote(entry.isLine() ? "balance.line." : "desk.entry.", entry.cause());
    }

    /// Where it comes from, as whoever told of it calls it.
    static String source(Entry entry) {
        return entry.cause().equals(PAYMENT) ? entry.detail() + " · " + entry.source() : entry.source();
    }
}
