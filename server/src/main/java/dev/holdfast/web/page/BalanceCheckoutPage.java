package dev.holdfast.web.page;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.OrderId;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// How what is left is paid with a provider that is another company: on its own page, or by a code that its app scans.
///
/// @param leave the provider's own page; null: there is a code
/// @param code null: there is a page
record BalanceCheckoutPage(
        Frame frame,
        OrderId order,
        String what,
        Money left,
        String way,
        @Nullable URI leave,
        @Nullable QrCode code) {
    String address() {
        return BalancePage.address(order);
    }

    /// Where the reader is led, so that they know it when they are there.
    String place() {
        return leave == null ? "" : String.valueOf(leave.getHost());
    }
}
