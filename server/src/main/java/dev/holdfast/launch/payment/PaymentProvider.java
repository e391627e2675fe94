package dev.holdfast.launch.payment;

import dev.holdfast.kernel.Money;
import java.time.Instant;
import java.util.Optional;

/// One way to take a deposit and to give it back.
///
/// Providers are called from many threads at once. Nothing here joins a database transaction: `begin` and
/// `refund` speak to another company's server and may take as long as it pleases, so they are never called
/// under a lock. What came of a payment is learned from signed webhooks alone, never from the fan's
/// browser.
public interface PaymentProvider {

    /// The largest webhook body worth reading. Stripe's events are the longest (the whole object, some 5 KiB);
    /// 256 KiB leaves them room to grow and still bounds what a stranger can make the server hold.
    int MAX_EVENT_BYTES = 256 * 1024;

    /// The name in addresses and in tables: `sandbox`, `stripe`, `wechat`.
    String id();

    /// Whether it takes such a deposit at all: a page offers no way to pay that ends in a refusal.
    default boolean takes(Money deposit) {
        return true;
    }

    /// Opens a checkout. Asking again for the same order and amount leads to the same payment, not to a second one.
    Checkout begin(PaymentRequest request);

    /// Asks for a refund, once per refund id: the same request again is answered as the first was.
    Refunding refund(RefundRequest request);

    /// How this provider serves pledges; as long as it says nothing, by charging and giving back.
    default PledgeRule pledges() {
        return new PledgeRule.ChargeAndRefund();
    }

    /// Opens a checkout that only makes the fan's bank promise the money. A provider without promises charges.
    default Checkout pledge(PaymentRequest request) {
        return begin(request);
    }

    /// Takes promised money, once however often it is asked.
    default Answered capture(Promised promised) {
        return noPromises();
    }

    /// Gives promised money up, once however often it is asked.
    default Answered release(Promised promised) {
        return noPromises();
    }

    /// Has the bank promise the same money anew, without the fan; a webhook tells of it under an id of its own.
    default Answered renew(Promised promised) {
        return noPromises();
    }

    private Answered noPromises() {
        return new Answered.Refused("The provider " + id() + " knows no authorisations.");
    }

    /// Until when the provider gives a payment back, where it sets an end: WeChat Pay does so after a year, and
    /// a launch may deliver later than that.
    default Optional<Instant> refundableUntil(Instant paidAt) {
        return Optional.empty();
    }

    /// Judges one delivery to this provider's webhook address. Pure: the clock and the headers come in, nothing is
    /// remembered, so it is for the caller to know a `webhookId` or a payment it has already seen.
    Reading read(WebhookHeaders headers, byte[] body, Instant now);
}
