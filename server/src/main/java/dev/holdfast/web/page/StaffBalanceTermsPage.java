package dev.holdfast.web.page;

import dev.holdfast.launch.LaunchView;
import org.jspecify.annotations.Nullable;

/// Where an operator states how the balances of a launch are paid.
///
/// @param rows how many days of the year's end there is room for
record StaffBalanceTermsPage(
        Frame frame,
        LaunchView launch,
        Typed typed,
        int rows,
        boolean done,
        @Nullable Notice notice) {
    String address() {
        return address(launch.slug());
    }

    static String address(String slug) {
        return StaffBalancesPage.address(slug) + "/terms";
    }
}
