package dev.holdfast.launch.payment;

import java.util.UUID;

/// Money to be given back.
///
/// @param refund   our id; the provider is given it, so that asking twice refunds once
/// @param payment  the provider's id of the payment
/// @param amount   in minor units of `currency`
/// @param cause    why, for the provider's records and for the fan's statement where it shows one
public record RefundRequest(UUID refund, UUID order, String payment, long amount, String currency, String cause) {}
