package dev.holdfast.launch.payment;

import com.standardwebhooks.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One delivery to the sandbox's address, signed by the reference library.
record SignedDelivery(Map<String, String> headers, String body) {

    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    static SignedDelivery of(String webhookId, Instant sentAt, String body) {
        try {
            Map<String, String> headers = new HashMap<>();
            headers.put(StandardWebhook.ID, webhookId);
            headers.put(StandardWebhook.TIMESTAMP, Long.toString(sentAt.getEpochSecond()));
            headers.put(StandardWebhook.SIGNATURE, new Webhook(SECRET).sign(webhookId, sentAt.getEpochSecond(), body));
            return new SignedDelivery(headers, body);
        } catch (Exception fault) {
            throw new AssertionError("The reference library cannot sign", fault);
        }
    }

    SignedDelivery with(String header, String value) {
        Map<String, String> changed = new HashMap<>(headers);
        changed.put(header, value);
        return new SignedDelivery(changed, body);
    }

    SignedDelivery without(String header) {
        Map<String, String> changed = new HashMap<>(headers);
        changed.remove(header);
        return new SignedDelivery(changed, body);
    }

    SignedDelivery withBody(String other) {
        return new SignedDelivery(headers, other);
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    Reading readBy(PaymentProvider provider, Instant now) {
        return provider.read(name -> headers.get(name.toLowerCase(Locale.ROOT)), bytes(), now);
    }

    /// What the reference library thinks of it, at the real time that it reads for itself.
    boolean isBelievedByReference() {
        Map<String, List<String>> lists = new HashMap<>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        try {
            new Webhook(SECRET).verify(body, lists);
            return true;
        } catch (Exception refused) {
            return false;
        }
    }
}
