package dev.holdfast.launch.payment;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.OrderId;

/// Money that a fan's bank has promised: an authorisation, always taken or given up as a whole.
///
/// @param payment  the provider's id of it
public record Promised(OrderId order, String payment, Money whole) {}
