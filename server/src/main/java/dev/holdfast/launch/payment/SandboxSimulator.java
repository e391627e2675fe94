package dev.holdfast.launch.payment;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.OrderId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/// The other side of the sandbox's counter: opens checkouts, plays payments and refunds, and reports them over HTTP
/// with the delays, doubles and losses of a real provider.
///
/// Ids are made from what they stand for and never drawn, so that asking twice is one payment or one refund even when
/// the server, and with it this memory, was restarted in between.
public final class SandboxSimulator implements SandboxProvider.Teller, AutoCloseable {

    /// Checkouts remembered; the oldest is forgotten beyond it, and its fan presses "pay" once more.
    static final int MAX_CHECKOUTS = 10_000;

    /// Begins the ids of payments that are promised first.
    private static final String PLEDGE = "pledge-";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SequencedMap<String, PaymentRequest> checkouts = new LinkedHashMap<>();
    private final SandboxVault vault = new SandboxVault();
    private final AtomicLong failures = new AtomicLong();
    private final WebhookCourier courier;
    private final URI pages;

    /// @param pages    where the page of a checkout is; the id of the payment follows as the last step of the path
    /// @param address  where the webhooks go, asked for each time: a server learns its own port late
    public SandboxSimulator(
            WebhookSecret secret, URI pages, Supplier<URI> address, Clock clock, Mischief mischief, long seed) {
        this.pages = pages;
        this.courier = new WebhookCourier(secret, address, clock, mischief, seed);
    }

    @Override
    public URI checkout(PaymentRequest request) {
        return open(paymentOf("play-", request), request);
    }

    @Override
    public URI pledge(PaymentRequest request) {
        return open(paymentOf(PLEDGE, request), request);
    }

    private URI open(String payment, PaymentRequest request) {
        synchronized (checkouts) {
            checkouts.putIfAbsent(payment, request);
            if (checkouts.size() > MAX_CHECKOUTS) {
                checkouts.pollFirstEntry();
            }
        }
        return pages.resolve(payment);
    }

    /// What is to be paid here, for the page of the checkout.
    public Optional<PaymentRequest> find(String payment) {
        synchronized (checkouts) {
            return Optional.ofNullable(checkouts.get(payment));
        }
    }

    /// Whether the checkout is of a pledge: then nothing is charged by it.
    public boolean isPledge(String payment) {
        return payment.startsWith(PLEDGE);
    }

    /// The fan pays. True when the report of it is on its way.
    public boolean pay(String payment) {
        String done = isPledge(payment) ? "authorised" : "succeeded";
        return find(payment)
                .map(request ->
                        report(payment + "-" + done, "payment." + done, request.order(), payment, request.deposit()))
                .orElse(false);
    }

    /// The fan pledges with a card whose bank will not give what it promises.
    public boolean payWithACardThatWillRefuse(String payment) {
        vault.refuse(payment);
        return pay(payment);
    }

    @Override
    public Answered capture(Promised promised) {
        String refusal = vault.capture(promised.payment());
        return refusal != null
                ? new Answered.Refused(refusal)
                : answer(report(promised, promised.payment(), "-captured", "payment.succeeded"));
    }

    @Override
    public Answered release(Promised promised) {
        String refusal = vault.release(promised.payment());
        return refusal != null
                ? new Answered.Refused(refusal)
                : answer(report(promised, promised.payment(), "-voided", "payment.voided"));
    }

    @Override
    public Answered renew(Promised promised) {
        if (vault.refuses(promised.payment())) {
            return new Answered.Refused("the bank does not promise it again");
        }
        String again =
                PLEDGE + UUID.nameUUIDFromBytes(("renewed " + promised.payment()).getBytes(StandardCharsets.UTF_8));
        return answer(report(promised, again, "-authorised", "payment.authorised"));
    }

    private boolean report(Promised promised, String payment, String what, String type) {
        return report(payment + what, type, promised.order(), payment, promised.whole());
    }

    private static Answered answer(boolean sent) {
        return sent ? new Answered.Accepted() : new Answered.Unreachable("the sandbox has too much to carry");
    }

    /// The fan's bank says no. The fan may try again, so every failure is a message of its own.
    public boolean fail(String payment) {
        return find(payment)
                .map(request -> report(
                        payment + "-failed-" + failures.incrementAndGet(),
                        "payment.failed",
                        request.order(),
                        payment,
                        request.deposit()))
                .orElse(false);
    }

    @Override
    public Refunding refund(RefundRequest request) {
        boolean sent = report(
                "refund-" + request.refund(), "refund.succeeded", request.order(), request.payment(), request.whole());
        return sent ? new Refunding.Accepted() : new Refunding.Unreachable("the sandbox has too much to carry");
    }

    private boolean report(String webhookId, String type, OrderId order, String payment, Money money) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("order", order.toString());
        body.put("payment", payment);
        body.put("amount", money.amount());
        body.put("currency", money.currency());
        return courier.send(webhookId, JSON.writeValueAsString(body));
    }

    private static String paymentOf(String kind, PaymentRequest request) {
        return kind + UUID.nameUUIDFromBytes(request.meaning().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        courier.close();
    }
}
