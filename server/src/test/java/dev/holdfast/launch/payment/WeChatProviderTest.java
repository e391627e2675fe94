package dev.holdfast.launch.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.OrderId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class WeChatProviderTest {

    private static final String MERCHANT = "1230000109";
    private static final OrderId ORDER = OrderId.of(1, 12_345, 99);
    private static final Money DEPOSIT = new Money(500_000, "CNY");

    @TempDir
    private Path folder = Path.of("");

    private final WeChatTwin twin = new WeChatTwin(MERCHANT);
    private final LocalServer server = new LocalServer(twin);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void opensAQrCodeForABrowser() {
        String number = WeChatNumber.of(ORDER, DEPOSIT);
        assertThat(weChat().begin(request(DEPOSIT, null)))
                .isEqualTo(new Checkout.ScanCode("weixin://wxpay/bizpayurl?pr=" + number));
        assertThat(JsonMapper.shared().readTree(server.asked().getFirst().body()))
                .isEqualTo(JsonMapper.shared().readTree("""
                                        {"appid": "wx_app", "mchid": "1230000109", "description": "一辆电动车",
                                         "out_trade_no": "%s", "time_expire": "2026-11-20T20:15:03+08:00",
                                         "notify_url": "https://shop.example/api/v1/payments/wechat/events",
                                         "amount": {"total": 500000, "currency": "CNY"}}""".formatted(number)));
    }

    @Test
    void opensASignedSheetInsideWeChat() {
        Checkout checkout = weChat().begin(request(DEPOSIT, "openid-1"));
        assertThat(checkout).isInstanceOfSatisfying(Checkout.WeChatBridge.class, bridge -> {
            assertThat(bridge.packageValue()).isEqualTo("prepay_id=wx" + WeChatNumber.of(ORDER, DEPOSIT));
            String signed =
                    "wx_app\n" + bridge.timeStamp() + "\n" + bridge.nonce() + "\n" + bridge.packageValue() + "\n";
            assertThat(WeChatKeys.holds(WeChatKeys.SELLER.getPublic(), signed, bridge.paySign()))
                    .isTrue();
            assertThat(bridge.signType()).isEqualTo("RSA");
        });
        assertThat(server.asked().getFirst().body()).contains("\"openid\":\"openid-1\"");
    }

    @Test
    void opensOnePaymentForOneOrderAndAmount() {
        WeChatProvider weChat = weChat();
        Checkout first = weChat.begin(request(DEPOSIT, null));
        assertThat(weChat.begin(request(DEPOSIT, null))).isEqualTo(first);
        assertThat(weChat.begin(request(new Money(600_000, "CNY"), null)))
                .isInstanceOf(Checkout.ScanCode.class)
                .isNotEqualTo(first);
    }

    @Test
    void refusesWhatWeChatPayCannotTake() {
        assertThat(weChat().begin(request(new Money(5, "EUR"), null))).isInstanceOf(Checkout.Refused.class);
        assertThat(weChat().begin(request(new Money(1L << 31, "CNY"), null))).isInstanceOf(Checkout.Refused.class);
        assertThat(server.asked()).isEmpty();
        twin.trouble = twin.signed(400, WeChatTwin.error("PARAM_ERROR", "time_expire"));
        assertThat(weChat().begin(request(DEPOSIT, null))).isInstanceOf(Checkout.Refused.class);
    }

    @Test
    void asksAgainLaterWhenTheTroublePasses() {
        twin.trouble = twin.signed(500, WeChatTwin.error("SYSTEM_ERROR", "busy"));
        assertThat(weChat().begin(request(DEPOSIT, null))).isInstanceOf(Checkout.Unreachable.class);
        assertThat(weChat().refund(refund("42000001"))).isInstanceOf(Refunding.Unreachable.class);
        twin.trouble = twin.signed(403, WeChatTwin.error("NOT_ENOUGH", "no money in the account"));
        assertThat(weChat().refund(refund("42000001"))).isInstanceOf(Refunding.Unreachable.class);
        server.close();
        assertThat(weChat().begin(request(DEPOSIT, null))).isInstanceOf(Checkout.Unreachable.class);
        assertThat(weChat().refund(refund("42000001"))).isInstanceOf(Refunding.Unreachable.class);
    }

    @Test
    void believesNoAnswerThatAnotherKeySigned() {
        twin.signedWith = WeChatKeys.pair().getPrivate();
        assertThat(weChat().refund(refund("42000001"))).isInstanceOf(Refunding.Unreachable.class);
        assertThat(weChat().begin(request(DEPOSIT, null))).isInstanceOf(Checkout.Unreachable.class);
    }

    @Test
    void refundsOnceHoweverOftenAsked() {
        WeChatProvider weChat = weChat();
        for (int time = 0; time < 3; time++) {
            assertThat(weChat.refund(refund("42000001"))).isEqualTo(new Refunding.Accepted());
        }
        assertThat(twin.refunds())
                .hasSize(1)
                .hasEntrySatisfying(refund("42000001").refund().toString(), body -> {
                    assertThat(body.path("amount").path("refund").longValue()).isEqualTo(500_000);
                    assertThat(body.path("amount").path("total").longValue()).isEqualTo(500_000);
                    assertThat(body.path("notify_url").stringValue())
                            .isEqualTo("https://shop.example/api/v1/payments/wechat/events");
                });
    }

    @Test
    void givesUpARefundThatCannotArrive() {
        assertThat(weChat().refund(refund("nothing"))).isInstanceOf(Refunding.Refused.class);
        twin.refundStatus = "ABNORMAL";
        assertThat(weChat().refund(refund("42000001"))).isInstanceOf(Refunding.Refused.class);
        twin.refundStatus = "CLOSED";
        assertThat(weChat().refund(refund("42000001"))).isInstanceOf(Refunding.Refused.class);
        twin.trouble = twin.signed(400, WeChatTwin.error("INVALID_REQUEST", "paid over a year ago"));
        assertThat(weChat().refund(refund("42000001")))
                .isInstanceOfSatisfying(
                        Refunding.Refused.class,
                        refused -> assertThat(refused.reason())
                                .contains("paid over a year ago")
                                .doesNotContain("Authorization", "signature"));
    }

    @Test
    void refundsForAYearByTheClockOfChina() {
        assertThat(weChat().refundableUntil(Instant.parse("2027-02-28T16:00:00Z")))
                .contains(Instant.parse("2028-02-29T16:00:00Z"));
    }

    @Test
    void saysWhichKeyCannotBeRead() {
        assertThatThrownBy(() -> new WeChatProvider(settings(Path.of("/nowhere.pem"), WeChatKeys.API_V3_KEY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("private key")
                .hasMessageContaining("/nowhere.pem");
        Path seller = WeChatKeys.pem(folder, WeChatKeys.SELLER.getPrivate());
        assertThatThrownBy(() -> new WeChatProvider(settings(seller, "too short")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("9 bytes")
                .hasMessageNotContaining("too short");
    }

    private WeChatProvider weChat() {
        return new WeChatProvider(
                settings(WeChatKeys.pem(folder, WeChatKeys.SELLER.getPrivate()), WeChatKeys.API_V3_KEY));
    }

    private WeChatSettings settings(Path seller, String apiV3Key) {
        Path platform = WeChatKeys.pem(folder, WeChatKeys.PLATFORM.getPublic());
        return new WeChatSettings(
                MERCHANT,
                "wx_app",
                WeChatTwin.SERIAL,
                seller,
                apiV3Key,
                new WeChatSettings.PlatformKey(platform, WeChatTwin.PLATFORM_KEY_ID),
                URI.create("https://shop.example"),
                server.address());
    }

    private static PaymentRequest request(Money deposit, @Nullable String openId) {
        return new PaymentRequest(
                ORDER,
                deposit,
                "一辆电动车",
                Instant.parse("2026-11-20T12:15:03.123Z"),
                URI.create("https://shop.example/orders/1"),
                openId);
    }

    private static RefundRequest refund(String payment) {
        return new RefundRequest(new UUID(7, 7), ORDER, payment, DEPOSIT, "cancelled");
    }
}
