package dev.holdfast.launch.payment;

import java.net.URI;
import java.time.Instant;

/// Payments with play money, for trying Holdfast out and for tests: signed and unreliable as real ones are.
///
/// The contract of its webhooks is in `API.md`, so that any program can play the provider; [SandboxSimulator] is the
/// one
/// that comes with Holdfast.
public final class SandboxProvider implements PaymentProvider {

    public static final String ID = "sandbox";

    private final WebhookSecret secret;
    private final Teller teller;

    public SandboxProvider(WebhookSecret secret, Teller teller) {
        this.secret = secret;
        this.teller = teller;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Checkout begin(PaymentRequest request) {
        return new Checkout.Redirect(teller.checkout(request));
    }

    @Override
    public Refunding refund(RefundRequest request) {
        return teller.refund(request);
    }

    @Override
    public Reading read(WebhookHeaders headers, byte[] body, Instant now) {
        String objection = StandardWebhook.objection(secret, headers, body, now);
        if (objection != null) {
            return new Reading.Forged(objection);
        }
        String webhookId = headers.first(StandardWebhook.ID);
        return SandboxEvent.read(webhookId == null ? "" : webhookId, body);
    }

    /// Who plays the other side of the counter.
    public interface Teller {

        /// Where the fan pays.
        URI checkout(PaymentRequest request);

        Refunding refund(RefundRequest request);
    }
}
