package dev.holdfast.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.jspecify.annotations.Nullable;

/// Every request of a run as bytes: orders signed and serialised before the run, the rest assembled at send.
public final class Requests {
    private final Script script;
    private final Showroom showroom;
    private final Webhooks webhooks;
    private final byte[][] orders;
    /// The end of a cancel request after the order's id; only for the one fan in a hundred who cancels.
    private final byte[] @Nullable [] cancels;

    public Requests(String host, String launch, Script script, Showroom showroom, Tokens tokens, String secret) {
        this.script = script;
        this.showroom = showroom;
        this.webhooks = new Webhooks(secret, host, showroom.campaign() ? "payment.authorised" : "payment.succeeded");
        this.orders = new byte[script.attempts()][];
        this.cancels = new byte[script.attempts()][];
        for (int attempt = 0; attempt < orders.length; attempt++) {
            String fan = "Host: " + host + "\r\nAuthorization: Bearer " + tokens.sign(script.member(attempt), "fan")
                    + "\r\nContent-Type: application/json\r\n";
            String body = "{\"offer\":\""
                    + showroom.offers().get(script.offer(attempt)).id() + "\",\"region\":\""
                    + showroom.regions().get(script.region(attempt)).id() + "\"}";
            orders[attempt] = ("POST /api/v1/launches/" + launch + "/orders HTTP/1.1\r\n" + fan + "Idempotency-Key: "
                            + script.key(attempt) + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                    .getBytes(US_ASCII);
            if (script.cancels(attempt)) {
                cancels[attempt] = ("/cancel HTTP/1.1\r\n" + fan + "Content-Length: 2\r\n\r\n{}").getBytes(US_ASCII);
            }
        }
    }

    void order(Bytes out, int attempt) {
        out.bytes(orders[attempt]);
    }

    void payment(Bytes out, int attempt, byte[] order, long epochSecond) {
        long deposit = showroom.offers().get(script.offer(attempt)).deposit();
        String payment = script.payment(attempt);
        webhooks.write(out, payment, order, payment, deposit, epochSecond);
    }

    void cancel(Bytes out, int attempt, byte[] order) {
        byte[] end = cancels[attempt];
        if (end == null) {
            throw new IllegalStateException("attempt " + attempt + " does not cancel in this script");
        }
        out.ascii("POST /api/v1/orders/").bytes(order).bytes(end);
    }
}
