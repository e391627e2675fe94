/// Payments: what Holdfast asks of a payment provider, and what it believes of one.
///
/// Owns the providers (sandbox, Stripe, WeChat Pay) and the sending of refunds. Promises that an event is handed on
/// only
/// when its signature holds, and that one refund is asked for once, however often and by however many instances it is
/// tried. Never decides what a payment means for an order: that is the intake's, which alone sees the order's row.
@NamedInterface("payment")
@NullMarked
package dev.holdfast.launch.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
