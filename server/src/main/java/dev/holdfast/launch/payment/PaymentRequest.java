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
public record PaymentRequest(
        OrderId order,
        Money deposit,
        String description,
        Instant payBefore,
        URI returnTo,
        @Nullable String weChatOpenId) {}
