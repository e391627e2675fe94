package dev.holdfast.web.page;

import dev.holdfast.delivery.balance.BalanceDesk.Standing;
import dev.holdfast.launch.LaunchView;
import java.util.List;

/// Of which launches the balances are paid here, and what stands on the accounts of all of them.
///
/// @param accounts every one that was ever moved, by currency; they add up to nothing
record StaffBalanceLaunchesPage(Frame frame, List<Row> rows, List<Standing> accounts) {
    StaffBalanceLaunchesPage {
        rows = List.copyOf(rows);
        accounts = List.copyOf(accounts);
    }

    /// @param started whether the launch says how its balances are paid
    record Row(LaunchView launch, boolean started) {
        String address() {
            return StaffBalancesPage.address(launch.slug());
        }
    }
}
