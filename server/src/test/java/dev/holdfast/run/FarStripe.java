package dev.holdfast.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Stripe as its reference describes it, outside of every server that is killed. Its own list says what was really
/// taken
/// and given up, whatever a server believes.
final class FarStripe implements AutoCloseable {
    private static final String SECRET = "whsec_of_the_tests";
    private static final String EVENTS = "/api/v1/payments/stripe/events";
    private static final JsonMapper JSON = JsonMapper.shared();

    private record Strike(int at, boolean done) {}

    private record Payment(String order, long amount, String status) {}

    private final Map<String, Payment> payments = new ConcurrentHashMap<>();
    private final List<String> moved = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger events = new AtomicInteger();
    private final AtomicReference<Strike> strike = new AtomicReference<>(new Strike(Integer.MAX_VALUE, false));
    private final ExecutorService reports = Executors.newVirtualThreadPerTaskExecutor();
    /// Shut while a server starts: who asks waits, so that none is struck before it is there.
    private final ReentrantLock gate = new ReentrantLock();

    private final FarAway sender;
    private final Runnable disaster;
    private final HttpServer http;

    /// @param disaster what strikes whoever asks
    FarStripe(FarAway sender, Runnable disaster) throws IOException {
        this.sender = sender;
        this.disaster = disaster;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/v1/payment_intents/", this::serve);
        http.start();
    }

    Map<String, String> environment() {
        return Map.of(
                "HOLDFAST_STRIPE_SECRET_KEY",
                "sk_test_only",
                "HOLDFAST_STRIPE_WEBHOOK_SECRET",
                SECRET,
                "HOLDFAST_STRIPE_API",
                "http://127.0.0.1:" + http.getAddress().getPort());
    }

    /// The disaster strikes once, some requests from now: before Stripe reads the last of them, or after it did what
    /// it says and before anybody hears of it.
    void strikeAfter(int requests, boolean done) {
        strike.set(new Strike(asked.get() + requests, done));
    }

    /// A fan's bank promises the money, and the server knows it.
    void promise(String order, long amount) {
        String id = "pi_" + order;
        payments.put(id, new Payment(order, amount, "requires_capture"));
        report(id, "payment_intent.amount_capturable_updated");
    }

    /// What happened to money, in the order it happened: `succeeded <payment>` or `canceled <payment>`.
    List<String> moved() {
        return List.copyOf(moved);
    }

    /// Nobody is answered until what is done here is done.
    void whileShut(Start start) throws IOException {
        gate.lock();
        try {
            start.now();
        } finally {
            gate.unlock();
        }
    }

    interface Start {
        void now() throws IOException;
    }

    private void serve(HttpExchange exchange) throws IOException {
        whileShut(() -> {});
        try (exchange) {
            Strike next = strike.get();
            boolean struck = asked.incrementAndGet() == next.at();
            String[] path = exchange.getRequestURI().getPath().split("/", -1);
            if (struck && !next.done()) {
                disaster.run();
                return;
            }
            boolean done = move(path[3], path[4].equals("capture") ? "succeeded" : "canceled");
            if (struck) {
                disaster.run();
            }
            String intent = JSON.writeValueAsString(intent(path[3]));
            answer(exchange, done ? 200 : 400, done ? intent : """
                    {"error": {"type": "invalid_request_error", "code": "payment_intent_unexpected_state",
                     "message": "This PaymentIntent could not be changed.", "payment_intent": %s}}""".formatted(intent));
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private synchronized boolean move(String id, String to) {
        Payment payment = payments.get(id);
        if (payment == null || !payment.status().equals("requires_capture")) {
            return false;
        }
        payments.put(id, new Payment(payment.order(), payment.amount(), to));
        moved.add(to + " " + payment.order());
        reports.execute(() -> {
            FarAway.pause();
            report(id, "payment_intent." + to);
        });
        return true;
    }

    private Map<String, Object> intent(String id) {
        Payment payment = payments.getOrDefault(id, new Payment("", 0, "unknown"));
        return Map.of(
                "id", id,
                "object", "payment_intent",
                "status", payment.status(),
                "amount", payment.amount(),
                "amount_received", payment.amount(),
                "amount_capturable", payment.amount(),
                "currency", "cny",
                "metadata", Map.of("order", payment.order()));
    }

    /// Every report comes twice, and is sent until it is taken.
    private void report(String id, String type) {
        JsonNode event = JSON.valueToTree(
                Map.of("id", "evt_" + events.incrementAndGet(), "type", type, "data", Map.of("object", intent(id))));
        for (int time = 0; time < 2; time++) {
            sender.insist("POST", EVENTS, "provider", event, "Stripe-Signature", signature(event))
                    .is(204);
        }
    }

    private static String signature(JsonNode event) {
        long now = Instant.now().getEpochSecond();
        String text = now + "." + JSON.writeValueAsString(event);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "t=" + now + ",v1=" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new AssertionError(missing);
        }
    }

    @Override
    public void close() {
        reports.shutdownNow();
        http.stop(0);
    }
}
