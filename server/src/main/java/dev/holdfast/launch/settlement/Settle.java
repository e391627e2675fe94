package dev.holdfast.launch.settlement;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Settlement;

/// What an operator says they did about an amount that is owed.
///
/// @param number of what is owed
/// @param amount has to be what is owed, to the minor unit: whoever paid another one has to look again
/// @param reference by which the member finds the money; the same again is the same act
/// @param note for operators alone, may be empty
public record Settle(OrderId order, long number, Settlement.Way way, Money amount, String reference, String note) {}
