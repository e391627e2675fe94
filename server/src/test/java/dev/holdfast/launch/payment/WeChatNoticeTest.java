package dev.holdfast.launch.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.payment.PaymentEvent.Kind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeChatNoticeTest {

    private static final String MERCHANT = "1230000109";
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final OrderId ORDER = OrderId.of(1, 12_345, 99);

    @TempDir
    private Path folder = Path.of("");

    private final WeChatTwin twin = new WeChatTwin(MERCHANT);

    @ParameterizedTest
    @CsvSource({
        "TRANSACTION.SUCCESS, SUCCEEDED, 'total'",
        "REFUND.SUCCESS, REFUNDED, 'refund'",
        "REFUND.ABNORMAL, REFUND_FAILED, 'refund'",
        "REFUND.CLOSED, REFUND_FAILED, 'refund'",
    })
    void readsWhatItUses(String type, Kind kind, String amount) {
        assertThat(read(WeChatTwin.envelope(type, resource(amount))))
                .isEqualTo(new Reading.Verified(new PaymentEvent(
                        "EV-2018022511223320873", kind, ORDER.toString(), "42000001", 500_000, "CNY")));
    }

    @Test
    void namesThePayer() {
        String resource =
                resource("total").replaceFirst("\\{", "{\"payer\": {\"openid\": \"oUpF8uMuAJO_M2pxb1Q9zNjWeS6o\"}, ");
        assertThat(read(WeChatTwin.envelope("TRANSACTION.SUCCESS", resource)))
                .isEqualTo(new Reading.Verified(new PaymentEvent(
                        "EV-2018022511223320873",
                        Kind.SUCCEEDED,
                        ORDER.toString(),
                        "42000001",
                        500_000,
                        "CNY",
                        "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")));
    }

    @Test
    void ignoresOtherTypesAndOtherShops() {
        assertThat(read(WeChatTwin.envelope("COUPON.USE", "{}"))).isInstanceOf(Reading.Ignored.class);
        String elsewhere = resource("total").replaceFirst("\"out_trade_no\": \"[^\"]*\"", "\"out_trade_no\": \"T-77\"");
        assertThat(read(WeChatTwin.envelope("TRANSACTION.SUCCESS", elsewhere))).isInstanceOf(Reading.Ignored.class);
        String another = resource("total").replace(MERCHANT, "1230000110");
        assertThat(read(WeChatTwin.envelope("TRANSACTION.SUCCESS", another))).isInstanceOf(Reading.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{\"event_type\": \"TRANSACTION.SUCCESS\"}"})
    void callsAWellSignedWrongShapeMalformed(String body) {
        assertThat(read(body)).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void callsASealThatDoesNotOpenMalformed() {
        String good = WeChatTwin.envelope("TRANSACTION.SUCCESS", resource("total"));
        assertThat(read(good.replace("fdasflkja484", "fdasflkja485"))).isInstanceOf(Reading.Malformed.class);
        assertThat(read(good.replace("\"associated_data\": \"transaction\"", "\"associated_data\": \"other\"")))
                .isInstanceOf(Reading.Malformed.class);
        assertThat(read(good.replace("AEAD_AES_256_GCM", "NONE"))).isInstanceOf(Reading.Malformed.class);
        assertThat(read(WeChatTwin.envelope("TRANSACTION.SUCCESS", "not json"))).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void callsWhatThePlatformDidNotSignForged() {
        String body = WeChatTwin.envelope("TRANSACTION.SUCCESS", resource("total"));
        assertThat(read(body, twin.signature(NOW, body + " "))).isInstanceOf(Reading.Forged.class);
        assertThat(read(body, with(twin.signature(NOW, body), "Wechatpay-Signature", "WECHATPAY/SIGNTEST/abc")))
                .isInstanceOf(Reading.Forged.class);
        assertThat(read(body, with(twin.signature(NOW, body), "Wechatpay-Serial", "another")))
                .isInstanceOf(Reading.Forged.class);
        twin.signedWith = WeChatKeys.pair().getPrivate();
        assertThat(read(body)).isInstanceOf(Reading.Forged.class);
    }

    @ParameterizedTest
    @CsvSource({"-301,false", "-300,true", "300,true", "301,false"})
    void believesFiveMinutesEitherWay(long offSeconds, boolean believed) {
        String body = WeChatTwin.envelope("TRANSACTION.SUCCESS", resource("total"));
        Reading reading = read(body, twin.signature(NOW.plusSeconds(offSeconds), body));
        assertThat(reading).isInstanceOf(believed ? Reading.Verified.class : Reading.Forged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wechatpay-Serial", "Wechatpay-Timestamp", "Wechatpay-Nonce", "Wechatpay-Signature"})
    void callsAMissingHeaderForged(String missing) {
        String body = WeChatTwin.envelope("TRANSACTION.SUCCESS", resource("total"));
        Map<String, String> headers = twin.signature(NOW, body);
        headers.remove(missing);
        assertThat(read(body, headers)).isInstanceOf(Reading.Forged.class);
    }

    @Test
    void knowsAnOrderByItsNumberAndNoOther() {
        for (OrderId order : new OrderId[] {ORDER, OrderId.of(0, 1, 0), OrderId.of(OrderId.MAX_LAUNCH, 1L << 39, -1)}) {
            for (long amount : new long[] {1, 500_000, WeChatNumber.MAX_AMOUNT}) {
                String number = WeChatNumber.of(order, new Money(amount, "CNY"));
                assertThat(number).hasSizeLessThanOrEqualTo(32);
                assertThat(WeChatNumber.order(number)).contains(order);
            }
        }
        assertThat(WeChatNumber.order("z".repeat(25) + "-1")).isEmpty();
        assertThat(WeChatNumber.order("1217752501201407033233368018")).isEmpty();
        assertThat(WeChatNumber.order("")).isEmpty();
    }

    private Reading read(String body) {
        return read(body, twin.signature(NOW, body));
    }

    private Reading read(String body, Map<String, String> headers) {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        return provider(folder).read(anyCase::get, body.getBytes(StandardCharsets.UTF_8), NOW);
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        headers.put(name, value);
        return headers;
    }

    private static String resource(String amount) {
        return """
                {"mchid": "1230000109", "out_trade_no": "%s", "transaction_id": "42000001",
                 "trade_state": "SUCCESS", "amount": {"%s": 500000, "payer_total": 1, "payer_refund": 1, "currency": "CNY"}}""".formatted(WeChatNumber.of(ORDER, new Money(500_000, "CNY")), amount);
    }

    private static WeChatProvider provider(Path folder) {
        return new WeChatProvider(new WeChatSettings(
                MERCHANT,
                "wx_app",
                WeChatTwin.SERIAL,
                WeChatKeys.pem(folder, WeChatKeys.SELLER.getPrivate()),
                WeChatKeys.API_V3_KEY,
                new WeChatSettings.PlatformKey(
                        WeChatKeys.pem(folder, WeChatKeys.PLATFORM.getPublic()), WeChatTwin.PLATFORM_KEY_ID),
                URI.create("https://shop.example"),
                WeChatSettings.LIVE_API));
    }
}
