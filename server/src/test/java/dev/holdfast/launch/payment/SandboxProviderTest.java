package dev.holdfast.launch.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.launch.payment.PaymentEvent.Kind;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxProviderTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00.750Z");
    private static final String PAID = """
            {"type": "payment.succeeded", "order": "order-1", "payment": "pay-1", "amount": 500000, "currency": "CNY"}\
            """;
    private final SandboxProvider sandbox =
            new SandboxProvider(WebhookSecret.parse(SignedDelivery.SECRET), new DeafTeller());

    @Test
    void believesWhatTheReferenceSigned() {
        assertThat(SignedDelivery.of("message-1", NOW, PAID).readBy(sandbox, NOW))
                .isEqualTo(new Reading.Verified(
                        new PaymentEvent("message-1", Kind.SUCCEEDED, "order-1", "pay-1", 500000, "CNY")));
    }

    @Test
    void signsAsTheReferenceDoes() {
        SignedDelivery delivery = SignedDelivery.of("message-1", NOW, PAID);
        String ours =
                WebhookSecret.parse(SignedDelivery.SECRET).sign("message-1", NOW.getEpochSecond(), delivery.bytes());
        assertThat(ours).isEqualTo(delivery.header(StandardWebhook.SIGNATURE));
    }

    @Test
    void agreesWithTheReferenceOnEveryDamage() {
        Instant now = Instant.now();
        SignedDelivery good = SignedDelivery.of("message-1", now, PAID);
        String signature = good.header(StandardWebhook.SIGNATURE);
        var deliveries = List.of(
                good,
                good.with(StandardWebhook.ID, "message-2"),
                good.with(StandardWebhook.TIMESTAMP, Long.toString(now.getEpochSecond() + 1)),
                good.with(StandardWebhook.TIMESTAMP, "soon"),
                good.with(StandardWebhook.SIGNATURE, signature.substring(3)),
                good.with(StandardWebhook.SIGNATURE, "v2" + signature.substring(2)),
                good.with(StandardWebhook.SIGNATURE, "v1,AAAA v1a,BBBB " + signature),
                good.with(StandardWebhook.SIGNATURE, signature + " v1,AAAA"),
                good.with(StandardWebhook.SIGNATURE, ""),
                good.with(StandardWebhook.SIGNATURE, "v1,"),
                good.withBody(PAID.replace("500000", "1")),
                good.without(StandardWebhook.ID),
                good.without(StandardWebhook.TIMESTAMP),
                good.without(StandardWebhook.SIGNATURE),
                SignedDelivery.of("message-1", now.minusSeconds(290), PAID),
                SignedDelivery.of("message-1", now.plusSeconds(290), PAID),
                SignedDelivery.of("message-1", now.minusSeconds(310), PAID),
                SignedDelivery.of("message-1", now.plusSeconds(310), PAID));
        assertThat(deliveries)
                .allSatisfy(delivery -> assertThat(delivery.readBy(sandbox, now) instanceof Reading.Verified)
                        .as("%s", delivery.headers())
                        .isEqualTo(delivery.isBelievedByReference()));
        assertThat(deliveries.stream().filter(SignedDelivery::isBelievedByReference))
                .hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({"-301,false", "-300,true", "300,true", "301,false"})
    void believesFiveMinutesEitherWayAndNoMore(long offSeconds, boolean believed) {
        Reading reading = SignedDelivery.of("message-1", NOW.plusSeconds(offSeconds), PAID)
                .readBy(sandbox, NOW);
        assertThat(reading).isInstanceOf(believed ? Reading.Verified.class : Reading.Forged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807", "-9223372036854775808", "99999999999999999999", "", "1.5"})
    void callsAnAbsurdTimeForged(String timestamp) {
        Reading reading = SignedDelivery.of("message-1", NOW, PAID)
                .with(StandardWebhook.TIMESTAMP, timestamp)
                .readBy(sandbox, NOW);
        assertThat(reading).isInstanceOf(Reading.Forged.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{} {}",
                "{\"order\": \"order-1\"}",
                "{\"type\": \"payment.succeeded\"}",
                "{\"type\": 7}",
                "{\"type\":\"payment.succeeded\",\"order\":\"o\",\"payment\":\"p\",\"amount\":1.5,\"currency\":\"CNY\"}",
                "{\"type\":\"payment.succeeded\",\"order\":\"o\",\"payment\":\"p\",\"amount\":\"1\",\"currency\":\"CNY\"}",
                "{\"type\":\"payment.succeeded\",\"order\":\"o\",\"payment\":\"p\",\"amount\":-1,\"currency\":\"CNY\"}",
                "{\"type\":\"payment.succeeded\",\"order\":\"o\",\"payment\":\"p\",\"amount\":9223372036854775808,\"currency\":\"CNY\"}",
                "{\"type\":\"payment.succeeded\",\"order\":\"o\",\"payment\":\"p\",\"amount\":1,\"currency\":\"yuan\"}",
                "{\"type\":\"payment.succeeded\",\"order\":\"o\",\"payment\":\"\",\"amount\":1,\"currency\":\"CNY\"}",
                "{\"type\":\"payment.succeeded\",\"order\":\"o\\u0000\",\"payment\":\"p\",\"amount\":1,\"currency\":\"CNY\"}",
                "{\"type\":\"payment.succeeded\",\"order\":\"\\ud800\",\"payment\":\"p\",\"amount\":1,\"currency\":\"CNY\"}",
                "{\"type\":\"payment.succeeded\",\"order\":\"o\",\"order\":\"q\",\"payment\":\"p\",\"amount\":1,\"currency\":\"CNY\"}",
            })
    void callsAWellSignedWrongShapeMalformed(String body) {
        assertThat(SignedDelivery.of("message-1", NOW, body).readBy(sandbox, NOW))
                .isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void neverReadsTheBodyOfAForgery() {
        Reading reading =
                SignedDelivery.of("message-1", NOW, PAID).withBody("{").readBy(sandbox, NOW);
        assertThat(reading).isInstanceOf(Reading.Forged.class);
    }

    @Test
    void passesOverFieldsItDoesNotKnow() {
        String body = PAID.replace("{", "{\"note\": {\"type\": [1, {\"amount\": -1}]}, ");
        assertThat(SignedDelivery.of("message-1", NOW, body).readBy(sandbox, NOW))
                .isInstanceOf(Reading.Verified.class);
    }

    @Test
    void ignoresTypesItDoesNotUse() {
        assertThat(SignedDelivery.of("message-1", NOW, "{\"type\": \"dispute.opened\"}")
                        .readBy(sandbox, NOW))
                .isInstanceOf(Reading.Ignored.class);
    }

    @Test
    void keepsAnOrderThatCannotBeOurs() {
        String body = PAID.replace("order-1", "不存在");
        assertThat(SignedDelivery.of("message-1", NOW, body).readBy(sandbox, NOW))
                .isEqualTo(new Reading.Verified(
                        new PaymentEvent("message-1", Kind.SUCCEEDED, "不存在", "pay-1", 500000, "CNY")));
    }

    @Test
    void judgesManyAtOnce() {
        var wrong = new ConcurrentLinkedQueue<Reading>();
        IntStream.range(0, 20_000).parallel().forEach(number -> {
            boolean good = number % 2 == 0;
            SignedDelivery delivery = SignedDelivery.of("message-" + number, NOW, PAID);
            Reading reading = (good ? delivery : delivery.with(StandardWebhook.ID, "other")).readBy(sandbox, NOW);
            if (reading instanceof Reading.Verified != good) {
                wrong.add(reading);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void takesTheSecretWithAndWithoutItsPrefix() {
        byte[] body = {1, 2, 3};
        String bare = SignedDelivery.SECRET.substring("whsec_".length());
        assertThat(WebhookSecret.parse(bare).sign("message-1", 1, body))
                .isEqualTo(WebhookSecret.parse(SignedDelivery.SECRET).sign("message-1", 1, body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "not base64!", "whsec_*"})
    void refusesASecretThatIsNone(String text) {
        assertThatThrownBy(() -> WebhookSecret.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("openssl rand -base64 32");
    }

    @Test
    void neverRepeatsABadSecret() {
        String nearlySecret = Base64.getEncoder().encodeToString(new byte[33]) + "!";
        assertThatThrownBy(() -> WebhookSecret.parse(nearlySecret)).message().doesNotContain(nearlySecret);
    }

    private static final class DeafTeller implements SandboxProvider.Teller {

        @Override
        public URI checkout(PaymentRequest request) {
            return request.returnTo();
        }

        @Override
        public Refunding refund(RefundRequest request) {
            return new Refunding.Unreachable("nobody is there");
        }
    }
}
