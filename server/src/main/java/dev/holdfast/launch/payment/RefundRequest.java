package dev.holdfast.launch.payment;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.OrderId;
import java.util.UUID;

/// Money to be given back: always the whole of one payment, which is what makes asking twice harmless even with a
/// provider that has forgotten the first time.
///
/// @param refund   our id; the provider is given it, so that asking twice refunds once
/// @param payment  the provider's id of the payment
/// @param whole    what the payment was of, all of it
/// @param cause    why, for the provider's records and for the fan's statement where it shows one
public record RefundRequest(UUID refund, OrderId order, String payment, Money whole, String cause) {}
