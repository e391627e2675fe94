package dev.holdfast.launch.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.OrderId;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeProviderTest {

    private static final OrderId ORDER = OrderId.of(1, 12_345, 99);
    private static final UUID REFUND = new UUID(7, 7);

    private final StripeTwin twin = new StripeTwin();
    private final LocalServer server = new LocalServer(twin);
    private final StripeProvider stripe = provider(StripeTwin.KEY);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void leadsToAPageOfStripesWhosePaymentNamesTheOrder() {
        assertThat(stripe.begin(request(500_000, "CNY")))
                .isEqualTo(new Checkout.Redirect(URI.create("https://checkout.stripe.example/c/pay/cs_1")));
        assertThat(StripeTwin.fields(server.asked().getFirst().body()))
                .containsEntry("mode", "payment")
                .containsEntry("line_items[0][price_data][unit_amount]", "500000")
                .containsEntry("line_items[0][price_data][currency]", "cny")
                .containsEntry("line_items[0][quantity]", "1")
                .containsEntry("payment_intent_data[metadata][order]", ORDER.toString())
                .containsEntry("success_url", "https://shop.example/orders/1?paying=true")
                .containsEntry("cancel_url", "https://shop.example/orders/1");
    }

    @Test
    void beginsOnePaymentForOneOrderAndAmount() {
        Checkout first = stripe.begin(request(500_000, "CNY"));
        assertThat(stripe.begin(request(500_000, "CNY"))).isEqualTo(first);
        assertThat(stripe.begin(request(600_000, "CNY"))).isNotEqualTo(first);
    }

    @Test
    void refusesWhatStripeRefuses() {
        assertThat(stripe.begin(request(1, "CNY"))).isInstanceOf(Checkout.Refused.class);
    }

    @Test
    void refusesCurrenciesThatStripeCountsOtherwise() {
        assertThat(stripe.begin(request(500_000, "ISK"))).isInstanceOf(Checkout.Refused.class);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void saysUnreachableWhenStripeIsInTrouble() {
        twin.trouble = StripeTwin.error(500, "api_error", "", "down");
        assertThat(stripe.begin(request(500_000, "CNY"))).isInstanceOf(Checkout.Unreachable.class);
        assertThat(stripe.refund(refund("pi_1"))).isInstanceOf(Refunding.Unreachable.class);
        twin.trouble = StripeTwin.error(429, "invalid_request_error", "rate_limit", "slow down");
        assertThat(stripe.refund(refund("pi_1"))).isInstanceOf(Refunding.Unreachable.class);
        twin.trouble = StripeTwin.error(400, "invalid_request_error", "balance_insufficient", "no money just now");
        assertThat(stripe.refund(refund("pi_1"))).isInstanceOf(Refunding.Unreachable.class);
    }

    @Test
    void saysUnreachableWhenNobodyAnswers() {
        server.close();
        assertThat(stripe.begin(request(500_000, "CNY"))).isInstanceOf(Checkout.Unreachable.class);
        assertThat(stripe.refund(refund("pi_1"))).isInstanceOf(Refunding.Unreachable.class);
    }

    @Test
    void keepsAskingWhenTheKeyIsWrongForItIsTheSellersToCure() {
        assertThat(provider("sk_wrong").refund(refund("pi_1"))).isInstanceOf(Refunding.Unreachable.class);
    }

    @Test
    void refundsOnceHoweverOftenAsked() {
        for (int time = 0; time < 3; time++) {
            assertThat(stripe.refund(refund("pi_1"))).isEqualTo(new Refunding.Accepted());
        }
        assertThat(twin.refunded()).hasSize(1).containsEntry("pi_1", 500_000L);
        assertThat(server.asked())
                .extracting(asked -> asked.header("Idempotency-Key"))
                .containsOnly(server.asked().getFirst().header("Idempotency-Key"));
    }

    @Test
    void refundsOnceEvenWhenStripeForgotTheKey() {
        stripe.refund(refund("pi_1"));
        twin.forgetKeys();
        assertThat(stripe.refund(refund("pi_1"))).isEqualTo(new Refunding.Accepted());
        assertThat(twin.refunded()).hasSize(1);
    }

    @Test
    void givesUpARefundOfAPaymentThatIsNone() {
        assertThat(stripe.refund(refund("nothing"))).isInstanceOf(Refunding.Refused.class);
    }

    @Test
    void keepsItsSecretsOutOfTexts() {
        assertThat(settings(StripeTwin.KEY).toString()).doesNotContain(StripeTwin.KEY, StripeEventTest.SECRET);
    }

    private StripeProvider provider(String key) {
        return new StripeProvider(settings(key));
    }

    private StripeSettings settings(String key) {
        return new StripeSettings(key, StripeEventTest.SECRET, server.address());
    }

    private static PaymentRequest request(long amount, String currency) {
        return new PaymentRequest(
                ORDER,
                new Money(amount, currency),
                "One electric car",
                Instant.EPOCH,
                URI.create("https://shop.example/orders/1?paying=true"),
                null);
    }

    private static RefundRequest refund(String payment) {
        return new RefundRequest(REFUND, ORDER, payment, new Money(500_000, "CNY"), "cancelled");
    }
}
