package dev.holdfast.launch.payment;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.OrderId;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A deposit to be asked of a fan.
///
/// @param description   what the fan reads beside the amount
/// @param payBefore     when the held position is given up; the provider is told where it can be
/// @param returnTo      the page of the order, for providers that lead the fan away from it
/// @param weChatOpenId  who the fan is inside WeChat, when the page is open there; else null
/// @param attempt       0 at first; another number is another payment of the same order, such as by another card
public record PaymentRequest(
        OrderId order,
        Money deposit,
        String description,
        Instant payBefore,
        URI returnTo,
        @Nullable String weChatOpenId,
        int attempt) {

    /// The first payment of an order.
    public PaymentRequest(
            OrderId order,
            Money deposit,
            String description,
            Instant payBefore,
            URI returnTo,
            @Nullable String weChatOpenId) {
        this(order, deposit, description, payBefore, returnTo, weChatOpenId, 0);
    }

    /// What tells this payment from every other: the same again is the same payment.
    String meaning() {
        return order + " " + deposit + (attempt == 0 ? "" : " " + attempt);
    }
}
