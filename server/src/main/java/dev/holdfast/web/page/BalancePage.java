package dev.holdfast.web.page;

import dev.holdfast.delivery.balance.Balance;
import dev.holdfast.delivery.balance.Terms;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderId;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is left to pay for an order, how it came to that, and how it can be paid.
///
/// @param what the offer, by its name
/// @param balance null: nothing is to be paid here, or not yet
/// @param terms null with the balance
/// @param ways the providers with which it can be paid now
/// @param paying the reader comes back from a provider, whose word may take a moment longer
record BalancePage(
        Frame frame,
        Order order,
        String what,
        @Nullable Balance balance,
        @Nullable Terms terms,
        ZoneId zone,
        List<String> ways,
        boolean paying,
        @Nullable Notice notice) {
    BalancePage {
        ways = List.copyOf(ways);
    }

    static String address(OrderId order) {
        return "/orders/" + order + "/balance";
    }

    String address() {
        return address(order.id());
    }

    Words words() {
        return frame.words();
    }

    /// In a stable word: how it stands.
    String face() {
        return balance == null ? "none" : balance.state().name();
    }

    boolean open() {
        return balance != null && balance.state() == Balance.State.OPEN;
    }

    /// Null with the balance.
    @Nullable
    BalanceLines lines() {
        return balance == null || terms == null
                ? null
                : new BalanceLines(words(), order, what, balance, terms, zone, BalanceLines.MEMBER);
    }
}
