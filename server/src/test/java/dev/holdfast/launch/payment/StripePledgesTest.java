package dev.holdfast.launch.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.payment.LocalServer.Answer;
import dev.holdfast.launch.payment.LocalServer.Asked;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Stripe's real library against a server that keeps the states of PaymentIntents as Stripe's reference describes them.
class StripePledgesTest {
    private static final OrderId ORDER = OrderId.of(1, 12_345, 99);
    private static final Money WHOLE = new Money(39_900, "CNY");

    private final Map<String, String> status = new ConcurrentHashMap<>();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger captured = new AtomicInteger();
    private final LocalServer server = new LocalServer(this::answer);
    private final StripeProvider stripe =
            new StripeProvider(new StripeSettings(StripeTwin.KEY, StripeEventTest.SECRET, server.address()));

    @AfterEach
    void close() {
        server.close();
    }

    private Answer answer(Asked asked) {
        String[] path = asked.path().split("/", -1);
        if (asked.path().equals("/v1/checkout/sessions")) {
            String id = "cs_" + made.incrementAndGet();
            return new Answer(200, """
                    {"id": "%s", "object": "checkout.session", "url": "https://checkout.stripe.com/%s"}""".formatted(id, id));
        }
        if (path.length == 3) {
            String id = "pi_" + made.incrementAndGet();
            boolean confirmed = asked.body().contains("confirm=true");
            status.put(id, confirmed ? "requires_capture" : "requires_payment_method");
            return intent(id);
        }
        String id = path[3];
        if (path.length == 4) {
            return intent(id);
        }
        boolean capture = path[4].equals("capture");
        if (!"requires_capture".equals(status.get(id))) {
            return new Answer(400, """
                    {"error": {"type": "invalid_request_error", "code": "payment_intent_unexpected_state",
                     "message": "This PaymentIntent could not be changed.", "payment_intent": %s}}""".formatted(intent(id).body()));
        }
        if (capture) {
            captured.incrementAndGet();
        }
        status.put(id, capture ? "succeeded" : "canceled");
        return intent(id);
    }

    private Answer intent(String id) {
        return new Answer(200, """
                {"id": "%s", "object": "payment_intent", "amount": 39900, "currency": "cny", "status": "%s",
                 "client_secret": "%s_secret_1", "customer": "cus_1", "payment_method": "pm_1",
                 "description": "Lantern", "metadata": {"order": "%s"}}""".formatted(id, status.get(id), id, ORDER));
    }

    @Test
    void aPledgeIsAPaymentIntentThatIsCapturedByHandAndKeepsTheCard() {
        assertThat(stripe.pledge(request(0)))
                .isEqualTo(new Checkout.Redirect(URI.create("https://checkout.stripe.com/cs_1")));
        assertThat(StripeTwin.fields(server.asked().getLast().body()))
                .containsEntry("payment_intent_data[capture_method]", "manual")
                .containsEntry("customer_creation", "always")
                .containsEntry("payment_intent_data[setup_future_usage]", "off_session")
                .containsEntry("payment_intent_data[metadata][order]", ORDER.toString());
    }

    @Test
    void anotherAttemptIsAnotherPayment() {
        assertThat(stripe.pledge(request(1))).isNotEqualTo(stripe.pledge(request(0)));
        stripe.pledge(request(0));
        List<String> keys = server.asked().stream()
                .map(asked -> String.valueOf(asked.header("Idempotency-Key")))
                .toList();
        assertThat(keys.get(0)).isNotEqualTo(keys.get(1));
        assertThat(keys.get(1)).isEqualTo(keys.get(2));
    }

    @Test
    void whatWasCapturedIsCapturedOnceAndCannotBeGivenUp() {
        status.put("pi_9", "requires_capture");
        assertThat(stripe.capture(promised("pi_9"))).isEqualTo(new Answered.Accepted());
        assertThat(stripe.capture(promised("pi_9"))).isEqualTo(new Answered.Accepted());
        assertThat(captured.get()).isEqualTo(1);
        assertThat(stripe.release(promised("pi_9"))).isInstanceOf(Answered.Refused.class);
    }

    @Test
    void whatWasGivenUpCannotBeCaptured() {
        status.put("pi_9", "requires_capture");
        assertThat(stripe.release(promised("pi_9"))).isEqualTo(new Answered.Accepted());
        assertThat(stripe.release(promised("pi_9"))).isEqualTo(new Answered.Accepted());
        assertThat(stripe.capture(promised("pi_9"))).isInstanceOf(Answered.Refused.class);
    }

    @Test
    void aPromiseIsRenewedWithTheSameCardWhileTheFanIsAway() {
        status.put("pi_9", "requires_capture");
        assertThat(stripe.renew(promised("pi_9"))).isEqualTo(new Answered.Accepted());
        assertThat(StripeTwin.fields(server.asked().getLast().body()))
                .containsEntry("payment_method", "pm_1")
                .containsEntry("customer", "cus_1")
                .containsEntry("off_session", "true")
                .containsEntry("confirm", "true")
                .containsEntry("capture_method", "manual");
    }

    @Test
    void stripeInTroubleIsAskedLater() {
        server.close();
        assertThat(stripe.capture(promised("pi_9"))).isInstanceOf(Answered.Unreachable.class);
        assertThat(stripe.renew(promised("pi_9"))).isInstanceOf(Answered.Unreachable.class);
    }

    private static Promised promised(String payment) {
        return new Promised(ORDER, payment, WHOLE);
    }

    private static PaymentRequest request(int attempt) {
        return new PaymentRequest(
                ORDER, WHOLE, "Lantern", Instant.parse("2026-11-20T12:15:00Z"), URI.create("/orders/1"), null, attempt);
    }
}
