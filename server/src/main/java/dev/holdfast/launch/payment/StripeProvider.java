package dev.holdfast.launch.payment;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.net.Webhook;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import dev.holdfast.kernel.Money;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/// Deposits by card and whatever else Stripe offers in the fan's country, on Stripe's own page (Checkout): no card
/// number and no script of Stripe's is ever on ours.
///
/// Every request carries an idempotency key made from what it means, so that a repetition after a lost answer is the
/// first request again. Stripe forgets keys after a day or more; a refund is always of the whole payment, so that
/// Stripe then says "already refunded" and never pays twice.
final class StripeProvider implements PaymentProvider {

    static final String ID = "stripe";

    /// Under this name the id of the order travels with the payment and with its refund.
    static final String ORDER = "order";

    private static final int CONNECT_TIMEOUT_MS = 5_000;
    private static final int READ_TIMEOUT_MS = 20_000;
    private static final int MAX_NETWORK_RETRIES = 1;

    /// Stripe counts these in other units than ISO 4217 does: what it calls 100 would be off by a factor of 100.
    private static final Set<String> COUNTED_OTHERWISE = Set.of("ISK", "UGX", "MGA");

    private final StripeSettings settings;
    private final StripeClient stripe;
    private final StripePledges pledges;

    StripeProvider(StripeSettings settings) {
        this.settings = settings;
        this.stripe = StripeClient.builder()
                .setApiKey(settings.secretKey())
                .setApiBase(settings.api().toString())
                .setConnectTimeout(CONNECT_TIMEOUT_MS)
                .setReadTimeout(READ_TIMEOUT_MS)
                .setMaxNetworkRetries(MAX_NETWORK_RETRIES)
                .build();
        this.pledges = new StripePledges(stripe);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean takes(Money deposit) {
        return !COUNTED_OTHERWISE.contains(deposit.currency());
    }

    @Override
    public Checkout begin(PaymentRequest request) {
        if (!takes(request.deposit())) {
            return new Checkout.Refused(
                    "Stripe counts " + request.deposit().currency() + " in other units. Maybe use another provider.");
        }
        try {
            Session session = stripe.v1()
                    .checkout()
                    .sessions()
                    .create(session(request), once("checkout", request.meaning() + " " + request.description()));
            return new Checkout.Redirect(URI.create(session.getUrl()));
        } catch (InvalidRequestException | CardException | IdempotencyException refused) {
            return new Checkout.Refused(said(refused));
        } catch (StripeException trouble) {
            return new Checkout.Unreachable(said(trouble));
        }
    }

    @Override
    public PledgeRule pledges() {
        return StripePledges.RULE;
    }

    @Override
    public Checkout pledge(PaymentRequest request) {
        return !takes(request.deposit()) ? begin(request) : pledges.begin(request);
    }

    @Override
    public Answered capture(Promised promised) {
        return pledges.capture(promised);
    }

    @Override
    public Answered release(Promised promised) {
        return pledges.release(promised);
    }

    @Override
    public Answered renew(Promised promised) {
        return pledges.renew(promised);
    }

    /// Without an end of its own: the earliest Stripe takes is half an hour away, and a hold may be shorter. What
    /// is paid after the hold is placed again or given back. The order travels with the payment, because the
    /// reports of payments are what is listened to.
    private static SessionCreateParams session(PaymentRequest request) {
        return session(
                        request,
                        SessionCreateParams.PaymentIntentData.builder()
                                .setDescription(request.description())
                                .putMetadata(ORDER, request.order().toString()))
                .build();
    }

    static SessionCreateParams.Builder session(
            PaymentRequest request, SessionCreateParams.PaymentIntentData.Builder payment) {
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setSuccessUrl(request.returnTo().toString())
                .setCancelUrl(
                        request.returnTo().resolve(request.returnTo().getPath()).toString())
                .addLineItem(LineItem.builder()
                        .setQuantity(1L)
                        .setPriceData(price(request))
                        .build())
                .setPaymentIntentData(payment.build());
    }

    private static LineItem.PriceData price(PaymentRequest request) {
        return LineItem.PriceData.builder()
                .setCurrency(request.deposit().currency().toLowerCase(Locale.ROOT))
                .setUnitAmount(request.deposit().amount())
                .setProductData(LineItem.PriceData.ProductData.builder()
                        .setName(request.description())
                        .build())
                .build();
    }

    @Override
    public Refunding refund(RefundRequest request) {
        try {
            Refund refund = stripe.v1()
                    .refunds()
                    .create(refundOf(request), once("refund", request.refund().toString()));
            return switch (refund.getStatus()) {
                case "failed", "canceled" -> new Refunding.Refused("Stripe says the refund is " + refund.getStatus());
                default -> new Refunding.Accepted();
            };
        } catch (InvalidRequestException refused) {
            return switch (refused.getCode() == null ? "" : refused.getCode()) {
                case "charge_already_refunded" -> new Refunding.Accepted();
                case "balance_insufficient", "insufficient_funds" -> new Refunding.Unreachable(said(refused));
                default -> new Refunding.Refused(said(refused));
            };
        } catch (CardException refused) {
            return new Refunding.Refused(said(refused));
        } catch (StripeException trouble) {
            return new Refunding.Unreachable(said(trouble));
        }
    }

    private static RefundCreateParams refundOf(RefundRequest request) {
        return RefundCreateParams.builder()
                .setPaymentIntent(request.payment())
                .setAmount(request.whole().amount())
                .putMetadata(ORDER, request.order().toString())
                .putMetadata("refund", request.refund().toString())
                .putMetadata("cause", request.cause())
                .build();
    }

    static RequestOptions once(String act, String meaning) {
        UUID key = UUID.nameUUIDFromBytes((act + " " + meaning).getBytes(StandardCharsets.UTF_8));
        return RequestOptions.builder()
                .setIdempotencyKey("holdfast-" + act + "-" + key)
                .build();
    }

    static String said(StripeException trouble) {
        return "Stripe: " + trouble.getMessage();
    }

    @Override
    public Reading read(WebhookHeaders headers, byte[] body, Instant now) {
        String signature = headers.first("Stripe-Signature");
        if (signature == null) {
            return new Reading.Forged("the header Stripe-Signature is missing");
        }
        String text = new String(body, StandardCharsets.UTF_8);
        try {
            Clock clock = Clock.fixed(now, ZoneOffset.UTC);
            Webhook.Signature.verifyHeader(text, signature, settings.webhookSecret(), Webhook.DEFAULT_TOLERANCE, clock);
        } catch (SignatureVerificationException forged) {
            return new Reading.Forged("Stripe-Signature: " + forged.getMessage());
        } catch (RuntimeException shapeless) {
            // The library trips over a header without its shape, such as `t` alone, where it should say no.
            return new Reading.Forged("Stripe-Signature has no shape: " + shapeless);
        }
        return StripeEvent.read(text);
    }
}
