package dev.holdfast.launch.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import dev.holdfast.launch.payment.PaymentEvent.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeEventTest {

    static final String SECRET = "whsec_of_stripe";

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private final StripeProvider stripe =
            new StripeProvider(new StripeSettings("sk_test_only", SECRET, StripeSettings.LIVE_API));

    @ParameterizedTest
    @CsvSource({
        "payment_intent.succeeded,      SUCCEEDED,     'id', 'amount_received', ''",
        "payment_intent.payment_failed, FAILED,        'id', 'amount', 'requires_payment_method'",
        "charge.refunded,               REFUNDED,      'payment_intent', 'amount_refunded', 'succeeded'",
        "refund.updated,                REFUNDED,      'payment_intent', 'amount', 'succeeded'",
        "refund.updated,                REFUND_FAILED, 'payment_intent', 'amount', 'canceled'",
        "refund.failed,                 REFUND_FAILED, 'payment_intent', 'amount', 'failed'",
    })
    void readsTheEventsItUses(String type, Kind kind, String payment, String amount, String status) {
        String body = event(type, """
                {"%s": "pi_1", "%s": 500000, "currency": "cny", "status": "%s", "refunded": true, "metadata": {"order": "order-1"}}""".formatted(payment, amount, status));
        assertThat(read(body, signature(body, NOW)))
                .isEqualTo(new Reading.Verified(new PaymentEvent("evt_1", kind, "order-1", "pi_1", 500_000, "CNY")));
    }

    /// The charge, as its documents have it, cut down to what is read of it.
    @ParameterizedTest
    @CsvSource({"card, Xt5EWLLDS7FJjR1c", "sepa_debit, 9usbrGiuMlFOsWWX"})
    void saysWhatAnOrderWasPaidWith(String type, String fingerprint) {
        String body = event("charge.succeeded", """
                {"id": "ch_1", "object": "charge", "payment_intent": "pi_1", "metadata": {"order": "order-1"},
                  "payment_method_details": {"type": "%1$s", "%1$s": {"fingerprint": "%2$s", "last4": "4242"}}}
                """.formatted(type, fingerprint));
        assertThat(read(body, signature(body, NOW))).isEqualTo(new Reading.PaidWith("order-1", fingerprint));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"metadata\": {}, \"payment_method_details\": {\"type\": \"card\", \"card\": {\"fingerprint\": \"f\"}}}",
                "{\"metadata\": {\"order\": \"o\"}, \"payment_method_details\": {\"type\": \"card\", \"card\": {}}}",
                "{\"metadata\": {\"order\": \"o\"}, \"payment_method_details\": null}",
                "{\"metadata\": {\"order\": 7}, \"payment_method_details\": []}",
            })
    void ignoresAChargeThatDoesNotSayIt(String charge) {
        String body = event("charge.succeeded", charge);
        assertThat(read(body, signature(body, NOW))).isInstanceOf(Reading.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": \"pi_1\", \"amount_received\": 5, \"currency\": \"cny\", \"metadata\": {}}",
                "{\"id\": \"pi_1\", \"amount_received\": 5, \"currency\": \"cny\"}",
            })
    void ignoresPaymentsOfAnotherShopOnTheSameAccount(String object) {
        String body = event("payment_intent.succeeded", object);
        assertThat(read(body, signature(body, NOW))).isInstanceOf(Reading.Ignored.class);
    }

    @Test
    void ignoresOtherTypesAndRefundsUnderWay() {
        String other = event("customer.created", "{}");
        assertThat(read(other, signature(other, NOW))).isInstanceOf(Reading.Ignored.class);
        String underWay = event("refund.updated", "{\"status\": \"pending\", \"metadata\": {\"order\": \"o\"}}");
        assertThat(read(underWay, signature(underWay, NOW))).isInstanceOf(Reading.Ignored.class);
        String inPart = event("charge.refunded", "{\"refunded\": false, \"metadata\": {\"order\": \"o\"}}");
        assertThat(read(inPart, signature(inPart, NOW))).isInstanceOf(Reading.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"type\": \"payment_intent.succeeded\", \"data\": {\"object\": {\"metadata\": {\"order\": 1}}}}",
                "{\"type\": \"payment_intent.succeeded\", \"data\": {\"object\": {\"id\": \"pi_1\", \"amount_received\":"
                        + " 1.5, \"currency\": \"cny\", \"metadata\": {\"order\": \"o\"}}}}",
                "{\"type\": \"payment_intent.succeeded\", \"data\": {\"object\": {\"id\": \"pi_1\", \"amount_received\":"
                        + " 5, \"currency\": \"cny\", \"metadata\": {\"order\": \"o\"}}}}",
            })
    void callsAWellSignedWrongShapeMalformed(String body) {
        assertThat(read(body, signature(body, NOW))).isInstanceOf(Reading.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t", "t=", "t=x,v1=y", "v1=", ",", "t=99999999999999999999,v1=aa", "=,=", "t=1,v1"})
    void callsAHeaderWithoutShapeForged(String header) {
        assertThat(read(paid(), header)).isInstanceOf(Reading.Forged.class);
    }

    @Test
    void callsMissingOldAndTamperedForged() {
        assertThat(read(paid(), null)).isInstanceOf(Reading.Forged.class);
        assertThat(read(paid(), signature(paid(), NOW.minusSeconds(301)))).isInstanceOf(Reading.Forged.class);
        assertThat(read(paid(), signature(paid(), NOW.minusSeconds(299)))).isInstanceOf(Reading.Verified.class);
        assertThat(read(paid().replace("500000", "5"), signature(paid(), NOW))).isInstanceOf(Reading.Forged.class);
    }

    private Reading read(String body, @Nullable String signature) {
        return stripe.read(
                name -> name.equalsIgnoreCase("Stripe-Signature") ? signature : null,
                body.getBytes(StandardCharsets.UTF_8),
                NOW);
    }

    private static String signature(String body, Instant at) {
        try {
            return Webhook.Signature.generateSignatureHeader(body, SECRET, at.getEpochSecond());
        } catch (Exception fault) {
            throw new AssertionError(fault);
        }
    }

    private static String paid() {
        return event(
                "payment_intent.succeeded",
                "{\"id\": \"pi_1\", \"amount_received\": 500000, \"currency\": \"cny\", \"metadata\": {\"order\": \"o\"}}");
    }

    private static String event(String type, String object) {
        return """
                {"id": "evt_1", "object": "event", "type": "%s", "data": {"object": %s}}""".formatted(type, object);
    }
}
