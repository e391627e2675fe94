package dev.holdfast.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Writes the payment provider's messages, signed as Standard Webhooks.
///
/// Unlike an order, a message names the order's id and so cannot be signed before the run; one reused Mac and
/// one buffer keep it near a microsecond. Not for two threads.
final class Webhooks {
    private final Mac mac;
    private final byte[] head;
    private final Bytes signed = new Bytes();
    private final String type;

    /// @param type what the messages tell of, such as `payment.succeeded`
    Webhooks(String secret, String host, String type) {
        this.type = type;
        String bare = secret.startsWith("whsec_") ? secret.substring("whsec_".length()) : secret;
        this.mac = Tokens.hmac(new SecretKeySpec(Base64.getDecoder().decode(bare), "HmacSHA256"));
        this.head = ("POST /api/v1/payments/sandbox/events HTTP/1.1\r\nHost: " + host
                        + "\r\nContent-Type: application/json\r\nwebhook-id: ")
                .getBytes(US_ASCII);
    }

    /// Appends one whole request. `message` is the webhook's id and stays the same when it is sent again.
    void write(Bytes out, String message, byte[] order, String payment, long amount, long epochSecond) {
        signed.clear().ascii(message).ascii(".").number(epochSecond).ascii(".");
        int bodyAt = signed.length();
        signed.ascii("{\"type\":\"")
                .ascii(type)
                .ascii("\",\"order\":\"")
                .bytes(order)
                .ascii("\",\"payment\":\"")
                .ascii(payment)
                .ascii("\",\"amount\":")
                .number(amount)
                .ascii(",\"currency\":\"CNY\"}");
        mac.update(signed.array(), 0, signed.length());
        byte[] signature = Base64.getEncoder().encode(mac.doFinal());
        out.bytes(head)
                .ascii(message)
                .ascii("\r\nwebhook-timestamp: ")
                .number(epochSecond)
                .ascii("\r\nwebhook-signature: v1,")
                .bytes(signature)
                .ascii("\r\nContent-Length: ")
                .number(signed.length() - bodyAt)
                .ascii("\r\n\r\n")
                .bytes(signed.array(), bodyAt, signed.length() - bodyAt);
    }
}
