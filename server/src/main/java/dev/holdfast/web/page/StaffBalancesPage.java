package dev.holdfast.web.page;

import dev.holdfast.delivery.balance.Balance;
import dev.holdfast.launch.LaunchView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who still has to pay in a launch and how much, and where an operator says what a lender pays of it.
///
/// @param state only these; null: all
/// @param size of a full page
/// @param started whether the launch says how its balances are paid
/// @param typed what a lender is said to have confirmed, if that was refused
/// @param told what was just done, in words; null: nothing was
record StaffBalancesPage(
        Frame frame,
        LaunchView launch,
        List<Balance> balances,
        Balance.@Nullable State state,
        int size,
        boolean started,
        Typed typed,
        @Nullable String told,
        @Nullable Notice notice) {
    static final String ADDRESS = "/operator/balances";

    StaffBalancesPage {
        balances = List.copyOf(balances);
    }

    static String address(String slug) {
        return ADDRESS + "/" + slug;
    }

    String address() {
        return address(launch.slug());
    }

    /// The same page with only these.
    String only(Balance.State one) {
        return address() + "?state=" + one;
    }

    @Nullable
    String next() {
        var filter = state == null ? "" : "&state=" + state;
        return balances.size() < size
                ? null
                : address() + "?after=" + balances.getLast().number() + filter;
    }
}
