package dev.holdfast.launch.payment;

import dev.holdfast.launch.payment.LocalServer.Answer;
import dev.holdfast.launch.payment.LocalServer.Asked;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// WeChat Pay's side of its protocol, as its documents describe it: every request is signed by the seller and checked,
/// every answer signed by the platform; a number is one payment or one refund however often it comes.
final class WeChatTwin implements LocalServer.Protocol {

    static final String PLATFORM_KEY_ID = "PUB_KEY_ID_0116000000000000000000000001";
    static final String SERIAL = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";

    private static final Pattern AUTHORIZATION =
            Pattern.compile("WECHATPAY2-SHA256-RSA2048 mchid=\"(.+?)\",nonce_str=\"(.+?)\",timestamp=\"(.+?)\","
                    + "serial_no=\"(.+?)\",signature=\"(.+?)\"");

    private final Map<String, String> payments = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> refunds = new ConcurrentHashMap<>();
    private final String merchantId;

    volatile String signedAs = PLATFORM_KEY_ID;
    volatile PrivateKey signedWith = WeChatKeys.PLATFORM.getPrivate();
    volatile String refundStatus = "PROCESSING";
    /// The body of `/v3/certificates`, for a seller of the older kind.
    volatile String certificates = "{}";
    /// What to answer instead, while it is not null.
    volatile @Nullable Answer trouble;

    WeChatTwin(String merchantId) {
        this.merchantId = merchantId;
    }

    Map<String, JsonNode> refunds() {
        return refunds;
    }

    @Override
    public Answer answer(Asked asked) {
        if (!isSignedBySeller(asked)) {
            return signed(401, error("SIGN_ERROR", "the signature of the request does not hold"));
        }
        Answer instead = trouble;
        if (instead != null) {
            return instead;
        }
        JsonNode body = asked.body().isEmpty() ? null : JsonMapper.shared().readTree(asked.body());
        return switch (asked.path()) {
            case "/v3/pay/transactions/native" -> prepay(body, "code_url", "weixin://wxpay/bizpayurl?pr=");
            case "/v3/pay/transactions/jsapi" -> prepay(body, "prepay_id", "wx");
            case "/v3/refund/domestic/refunds" -> refund(body);
            case "/v3/certificates?algorithm_type=RSA" -> signed(200, certificates);
            default -> signed(404, error("RESOURCE_NOT_EXISTS", asked.path()));
        };
    }

    private boolean isSignedBySeller(Asked asked) {
        Matcher parts = AUTHORIZATION.matcher(String.valueOf(asked.header("Authorization")));
        return parts.matches()
                && parts.group(1).equals(merchantId)
                && parts.group(4).equals(SERIAL)
                && WeChatKeys.holds(
                        WeChatKeys.SELLER.getPublic(),
                        asked.method() + "\n" + asked.path() + "\n" + parts.group(3) + "\n" + parts.group(2) + "\n"
                                + asked.body() + "\n",
                        parts.group(5));
    }

    private Answer prepay(@Nullable JsonNode body, String field, String start) {
        if (body == null || !body.path("mchid").asString("").equals(merchantId)) {
            return signed(400, error("PARAM_ERROR", "mchid"));
        }
        String number = body.path("out_trade_no").asString("");
        String terms = body.path("amount").path("total") + " " + body.path("description");
        String before = payments.putIfAbsent(number, terms);
        return before != null && !before.equals(terms)
                ? signed(400, error("INVALID_REQUEST", "the number is taken"))
                : signed(200, "{\"" + field + "\": \"" + start + number + "\"}");
    }

    private Answer refund(@Nullable JsonNode body) {
        if (body == null || !body.path("transaction_id").asString("").startsWith("42000")) {
            return signed(404, error("RESOURCE_NOT_EXISTS", "no such payment"));
        }
        JsonNode first = refunds.putIfAbsent(body.path("out_refund_no").asString(""), body);
        return first != null && !first.equals(body)
                ? signed(400, error("INVALID_REQUEST", "another refund has this number"))
                : signed(
                        200,
                        "{\"refund_id\": \"5000\", \"out_refund_no\": \""
                                + body.path("out_refund_no").asString("") + "\", \"status\": \"" + refundStatus
                                + "\"}");
    }

    static String error(String code, String message) {
        return "{\"code\": \"" + code + "\", \"message\": \"" + message + "\"}";
    }

    Answer signed(int status, String body) {
        return new Answer(status, signature(Instant.now(), body), body);
    }

    /// The four headers that every answer and every notification of WeChat Pay carries.
    Map<String, String> signature(Instant at, String body) {
        String timestamp = Long.toString(at.getEpochSecond());
        String nonce = "593BEC0C930BF1AFEB40B4A08C8FB242";
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Request-ID", "08F78BB5AF0610D302");
        headers.put("Wechatpay-Serial", signedAs);
        headers.put("Wechatpay-Timestamp", timestamp);
        headers.put("Wechatpay-Nonce", nonce);
        headers.put("Wechatpay-Signature", WeChatKeys.sign(signedWith, timestamp + "\n" + nonce + "\n" + body + "\n"));
        return headers;
    }

    /// A notification's envelope around a payment or refund.
    static String envelope(String type, String resource) {
        String sealed = WeChatKeys.seal("transaction", "fdasflkja484", resource);
        return "{\"id\": \"EV-2018022511223320873\", \"create_time\": \"2026-11-20T20:00:00+08:00\","
                + " \"resource_type\": \"encrypt-resource\", \"event_type\": \"" + type + "\", \"summary\": \"...\","
                + " \"resource\": {\"original_type\": \"transaction\", \"algorithm\": \"AEAD_AES_256_GCM\","
                + " \"ciphertext\": \"" + sealed + "\", \"associated_data\": \"transaction\","
                + " \"nonce\": \"fdasflkja484\"}}";
    }
}
