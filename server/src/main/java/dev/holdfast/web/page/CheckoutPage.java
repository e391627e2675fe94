package dev.holdfast.web.page;

import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.Order;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// How a deposit is paid with a provider that is another company: on its own page, or by a code that its app scans.
///
/// @param leave the provider's own page; null: there is a code
/// @param code  null: there is a page
record CheckoutPage(
        Frame frame,
        Order order,
        LaunchView launch,
        String way,
        @Nullable URI leave,
        @Nullable QrCode code) {

    String address() {
        return "/orders/" + order.id();
    }

    String what() {
        return OfferNames.of(launch.definition(), order.offer(), frame.words());
    }

    /// Where the reader is led, so that they know it when they are there.
    String place() {
        return leave == null ? "" : String.valueOf(leave.getHost());
    }

    Countdown hold() {
        return new Countdown(
                order.payBefore(), launch.asOf(), launch.definition().timeZone(), frame.words());
    }
}
