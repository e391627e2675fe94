package dev.holdfast.launch.payment;

import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.payment.PaymentEvent.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads one notification of WeChat Pay: an envelope that it signed, with the payment or refund sealed in it.
///
/// The library's own parser gives the sealed part alone; the id of the notification, by which a repetition is known,
/// is on the envelope.
final class WeChatNotice {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ALGORITHM = "AEAD_AES_256_GCM";

    private final WeChatAccount.Services services;
    private final String merchantId;

    WeChatNotice(WeChatAccount.Services services, String merchantId) {
        this.services = services;
        this.merchantId = merchantId;
    }

    Reading read(WebhookHeaders headers, byte[] body, Instant now) {
        String text = new String(body, StandardCharsets.UTF_8);
        String objection = objection(headers, text, now);
        if (objection != null) {
            return new Reading.Forged(objection);
        }
        try {
            JsonNode envelope = JSON.readTree(text);
            String type = envelope.path("event_type").asString("");
            return switch (type) {
                case "TRANSACTION.SUCCESS" -> event(envelope, Kind.SUCCEEDED, "total");
                case "REFUND.SUCCESS" -> event(envelope, Kind.REFUNDED, "refund");
                case "REFUND.ABNORMAL", "REFUND.CLOSED" -> event(envelope, Kind.REFUND_FAILED, "refund");
                case "" -> new Reading.Malformed("event_type is missing");
                default -> new Reading.Ignored("the type " + type + " is not used");
            };
        } catch (JacksonException noJson) {
            return new Reading.Malformed("not JSON");
        }
    }

    private @Nullable String objection(WebhookHeaders headers, String body, Instant now) {
        String serial = headers.first("Wechatpay-Serial");
        String timestamp = headers.first("Wechatpay-Timestamp");
        String nonce = headers.first("Wechatpay-Nonce");
        String signature = headers.first("Wechatpay-Signature");
        if (serial == null || timestamp == null || nonce == null || signature == null) {
            return "one of the headers Wechatpay-Serial, -Timestamp, -Nonce, -Signature is missing";
        }
        if (!StandardWebhook.isTimely(timestamp, now)) {
            return "Wechatpay-Timestamp is not within 5 minutes of " + now;
        }
        return holds(serial, timestamp + "\n" + nonce + "\n" + body + "\n", signature)
                ? null
                : "Wechatpay-Signature does not hold";
    }

    private boolean holds(String serial, String message, String signature) {
        try {
            return services.verifier().verify(serial, message, signature);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private Reading event(JsonNode envelope, Kind kind, String amountField) {
        String opened = open(envelope.path("resource"));
        if (opened == null) {
            return new Reading.Malformed("the sealed part does not open. Maybe HOLDFAST_WECHAT_API_V3_KEY is another.");
        }
        JsonNode resource = JSON.readTree(opened);
        Optional<OrderId> order =
                WeChatNumber.order(resource.path("out_trade_no").asString(""));
        if (order.isEmpty() || !resource.path("mchid").asString("").equals(merchantId)) {
            return new Reading.Ignored("the payment was not begun by Holdfast");
        }
        JsonNode amount = resource.path("amount");
        if (!amount.path(amountField).canConvertToLong()) {
            return new Reading.Malformed("amount." + amountField + " is not a whole number");
        }
        return EventRules.check(new PaymentEvent(
                envelope.path("id").asString(""),
                kind,
                order.get().toString(),
                resource.path("transaction_id").asString(""),
                amount.path(amountField).longValue(),
                amount.path("currency").asString("CNY"),
                resource.path("payer").path("openid").asString(null)));
    }

    private @Nullable String open(JsonNode sealed) {
        if (!sealed.path("algorithm").asString("").equals(ALGORITHM)) {
            return null;
        }
        try {
            return services.cipher()
                    .decrypt(
                            bytes(sealed, "associated_data"),
                            bytes(sealed, "nonce"),
                            Base64.getDecoder().decode(sealed.path("ciphertext").asString("")));
        } catch (RuntimeException shut) {
            return null;
        }
    }

    private static byte[] bytes(JsonNode sealed, String field) {
        return sealed.path(field).asString("").getBytes(StandardCharsets.UTF_8);
    }
}
