package dev.holdfast.launch.payment;

import dev.holdfast.launch.payment.LocalServer.Answer;
import dev.holdfast.launch.payment.LocalServer.Asked;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Stripe's side of its protocol, as its reference describes it: bearer key, form-encoded fields, idempotency keys that
/// replay the first answer and refuse other fields, and errors with type and code.
final class StripeTwin implements LocalServer.Protocol {

    static final String KEY = "sk_test_only";

    private record Kept(String body, Answer answer) {}

    private final Map<String, Kept> byKey = new ConcurrentHashMap<>();
    private final Map<String, Long> refunded = new ConcurrentHashMap<>();
    private final AtomicInteger created = new AtomicInteger();

    /// What to answer instead, while it is not null.
    volatile @Nullable Answer trouble;

    @Override
    public Answer answer(Asked asked) {
        if (!("Bearer " + KEY).equals(asked.header("Authorization"))) {
            return error(401, "invalid_request_error", "api_key", "Invalid API Key provided");
        }
        String key = asked.header("Idempotency-Key");
        if (key == null) {
            return error(400, "invalid_request_error", "no_key", "every request of Holdfast has a key");
        }
        Answer instead = trouble;
        if (instead != null) {
            return instead;
        }
        Kept kept = byKey.computeIfAbsent(key, _ -> new Kept(asked.body(), first(asked)));
        return kept.body().equals(asked.body())
                ? kept.answer()
                : error(400, "idempotency_error", "", "Keys for idempotent requests can only be used with the same");
    }

    private Answer first(Asked asked) {
        Map<String, String> fields = fields(asked.body());
        return switch (asked.path()) {
            case "/v1/checkout/sessions" -> session(fields);
            case "/v1/refunds" -> refund(fields);
            default -> error(404, "invalid_request_error", "", "Unrecognized request URL " + asked.path());
        };
    }

    private Answer session(Map<String, String> fields) {
        if (Long.parseLong(fields.getOrDefault("line_items[0][price_data][unit_amount]", "0")) < 50) {
            return error(400, "invalid_request_error", "amount_too_small", "Amount must be at least 50");
        }
        String id = "cs_" + created.incrementAndGet();
        return new Answer(200, """
                {"id": "%s", "object": "checkout.session", "mode": "payment", "status": "open", "payment_status": "unpaid",
                 "url": "https://checkout.stripe.example/c/pay/%s"}""".formatted(id, id));
    }

    private Answer refund(Map<String, String> fields) {
        String payment = fields.getOrDefault("payment_intent", "");
        if (!payment.startsWith("pi_")) {
            return error(404, "invalid_request_error", "resource_missing", "No such payment_intent: '" + payment + "'");
        }
        long amount = Long.parseLong(fields.getOrDefault("amount", "0"));
        if (refunded.putIfAbsent(payment, amount) != null) {
            return error(400, "invalid_request_error", "charge_already_refunded", "Charge has already been refunded.");
        }
        return new Answer(200, """
                {"id": "re_%d", "object": "refund", "amount": %d, "currency": "cny", "payment_intent": "%s",
                 "status": "succeeded", "metadata": {"order": "%s", "refund": "%s"}}""".formatted(
                        created.incrementAndGet(),
                        amount,
                        payment,
                        fields.get("metadata[order]"),
                        fields.get("metadata[refund]")));
    }

    /// What was really given back, by payment.
    Map<String, Long> refunded() {
        return refunded;
    }

    void forgetKeys() {
        byKey.clear();
    }

    static Answer error(int status, String type, String code, String message) {
        return new Answer(status, """
                {"error": {"type": "%s", "code": "%s", "message": "%s"}}""".formatted(type, code, message));
    }

    static Map<String, String> fields(String form) {
        Map<String, String> fields = new TreeMap<>();
        for (String pair : form.split("&", -1)) {
            String[] sides = pair.split("=", 2);
            fields.put(decoded(sides[0]), decoded(sides[1]));
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
