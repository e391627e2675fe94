package dev.holdfast.launch.payment;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.CaptureMethod;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/// Pledges at Stripe: PaymentIntents that are captured by hand.
///
/// The card is kept with a customer made for the pledge alone, so that the promise can be renewed while the
/// fan is away. A status that Stripe has reached already is an answer too: what is captured was captured,
/// and what is cancelled cannot be.
final class StripePledges {

    /// Stripe documents seven days for a card that its owner is present for, and 4 days 18 hours of Visa's for one that
    /// the seller charges on its own.
    static final PledgeRule RULE = new PledgeRule.Authorise(
            Duration.ofDays(7), Duration.ofDays(4).plusHours(18), Duration.ofDays(1), PledgeRule.AtEnd.RENEW);

    private final StripeClient stripe;

    StripePledges(StripeClient stripe) {
        this.stripe = stripe;
    }

    private interface Call {
        void make() throws StripeException;
    }

    Checkout begin(PaymentRequest request) {
        PaymentIntentData.Builder promised = PaymentIntentData.builder()
                .setDescription(request.description())
                .putMetadata(StripeProvider.ORDER, request.order().toString())
                .setCaptureMethod(PaymentIntentData.CaptureMethod.MANUAL)
                .setSetupFutureUsage(PaymentIntentData.SetupFutureUsage.OFF_SESSION);
        try {
            Session session = stripe.v1()
                    .checkout()
                    .sessions()
                    .create(
                            StripeProvider.session(request, promised)
                                    .setCustomerCreation(SessionCreateParams.CustomerCreation.ALWAYS)
                                    .build(),
                            StripeProvider.once("pledge", request.meaning() + " " + request.description()));
            return new Checkout.Redirect(URI.create(session.getUrl()));
        } catch (InvalidRequestException | CardException | IdempotencyException refused) {
            return new Checkout.Refused(StripeProvider.said(refused));
        } catch (StripeException trouble) {
            return new Checkout.Unreachable(StripeProvider.said(trouble));
        }
    }

    /// Without a key of ours: the state of the payment makes it happen once, while a key would bring yesterday's
    /// refusal back for as long as Stripe remembers it.
    Answered capture(Promised promised) {
        return ask(
                "succeeded",
                () -> stripe.v1()
                        .paymentIntents()
                        .capture(
                                promised.payment(),
                                PaymentIntentCaptureParams.builder().build()));
    }

    Answered release(Promised promised) {
        return ask(
                "canceled",
                () -> stripe.v1()
                        .paymentIntents()
                        .cancel(
                                promised.payment(),
                                PaymentIntentCancelParams.builder().build()));
    }

    Answered renew(Promised promised) {
        return ask("requires_capture", () -> {
            PaymentIntent before = stripe.v1().paymentIntents().retrieve(promised.payment());
            stripe.v1()
                    .paymentIntents()
                    .create(renewed(promised, before), StripeProvider.once("renew", promised.payment()));
        });
    }

    private static PaymentIntentCreateParams renewed(Promised promised, PaymentIntent before) {
        return PaymentIntentCreateParams.builder()
                .setAmount(promised.whole().amount())
                .setCurrency(promised.whole().currency().toLowerCase(Locale.ROOT))
                .setCustomer(before.getCustomer())
                .setPaymentMethod(before.getPaymentMethod())
                .setCaptureMethod(CaptureMethod.MANUAL)
                .setOffSession(true)
                .setConfirm(true)
                .setDescription(before.getDescription())
                .putMetadata(StripeProvider.ORDER, promised.order().toString())
                .build();
    }

    /// @param done the status that says it was done before
    private static Answered ask(String done, Call call) {
        try {
            call.make();
            return new Answered.Accepted();
        } catch (InvalidRequestException refused) {
            PaymentIntent now = refused.getStripeError() == null
                    ? null
                    : refused.getStripeError().getPaymentIntent();
            return now != null && done.equals(now.getStatus())
                    ? new Answered.Accepted()
                    : new Answered.Refused(StripeProvider.said(refused));
        } catch (CardException refused) {
            return new Answered.Refused(StripeProvider.said(refused));
        } catch (StripeException trouble) {
            return new Answered.Unreachable(StripeProvider.said(trouble));
        }
    }
}
