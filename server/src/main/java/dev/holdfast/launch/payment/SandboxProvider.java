package dev.holdfast.launch.payment;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/// Payments with play money, for trying Holdfast out and for tests: signed and unreliable as real ones are.
///
/// The contract of its webhooks is in `API.md`, so that any program can play the provider;
/// [SandboxSimulator] is the one that comes with Holdfast.
public final class SandboxProvider implements PaymentProvider {

    public static final String ID = "sandbox";

    /// As cards are: a week, so that a campaign of a month meets every case.
    private static final PledgeRule PLEDGES = new PledgeRule.Authorise(
            Duration.ofDays(7), Duration.ofDays(7), Duration.ofDays(1), PledgeRule.AtEnd.RENEW);

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
    public PledgeRule pledges() {
        return PLEDGES;
    }

    @Override
    public Checkout pledge(PaymentRequest request) {
        return new Checkout.Redirect(teller.pledge(request));
    }

    @Override
    public Answered capture(Promised promised) {
        return teller.capture(promised);
    }

    @Override
    public Answered release(Promised promised) {
        return teller.release(promised);
    }

    @Override
    public Answered renew(Promised promised) {
        return teller.renew(promised);
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

        /// Where the fan's bank promises the money.
        default URI pledge(PaymentRequest request) {
            return checkout(request);
        }

        default Answered capture(Promised promised) {
            return new Answered.Unreachable("nobody plays this side of the counter");
        }

        default Answered release(Promised promised) {
            return new Answered.Unreachable("nobody plays this side of the counter");
        }

        default Answered renew(Promised promised) {
            return new Answered.Unreachable("nobody plays this side of the counter");
        }
    }
}
