package dev.holdfast.launch.payment;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.payment.PaymentEvent.Kind;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxSimulatorTest {

    private static final WebhookSecret SECRET = WebhookSecret.parse(SignedDelivery.SECRET);
    private static final long SEED = 20_261_120;
    private static final Money DEPOSIT = new Money(500_000, "CNY");
    private static final Mischief QUICK = new Mischief(Duration.ofMillis(100), 0.2, 0.3, Duration.ofMillis(20));
    private static final UUID REFUND = new UUID(7, 7);

    private final List<AutoCloseable> open = new ArrayList<>();

    @Test
    void reportsEveryPaymentHoweverBadTheRoad() throws InterruptedException {
        SandboxInbox inbox = inbox(0);
        SandboxSimulator simulator = simulator(inbox, QUICK);
        List<String> paid = IntStream.range(0, 300)
                .mapToObj(number -> paymentAt(simulator.checkout(request(number))))
                .toList();
        assertThat(paid).allMatch(simulator::pay);
        List<PaymentEvent> events = inbox.await(all -> payments(all).size() == paid.size() && all.size() > 350);
        assertThat(payments(events)).containsExactlyInAnyOrderElementsOf(paid).isNotEqualTo(paid);
        assertThat(events).allMatch(event -> event.kind() == Kind.SUCCEEDED && event.amount() == 500_000);
        var byPayment = events.stream().collect(groupingBy(PaymentEvent::payment));
        assertThat(byPayment.values())
                .as("doubled under one id, and under two")
                .anyMatch(same -> same.size() == 2 && ids(same).size() == 1)
                .anyMatch(same -> same.size() == 2 && ids(same).size() == 2);
    }

    @Test
    void playsTheSameFateForTheSameSeed() {
        assertThat(QUICK.copies(SEED, "message-1")).isEqualTo(QUICK.copies(SEED, "message-1"));
        assertThat(IntStream.range(0, 1000).mapToObj(seed -> QUICK.copies(seed, "message-1")))
                .anyMatch(copies -> copies.size() == 2)
                .anyMatch(copies -> copies.getFirst().lostAtFirst())
                .anyMatch(copies -> copies.equals(List.of(copies.getFirst()))
                        && !copies.getFirst().lostAtFirst());
    }

    @Test
    void repeatsUntilTheAddressAnswersWell() throws InterruptedException {
        SandboxInbox inbox = inbox(3);
        SandboxSimulator simulator = simulator(inbox, new Mischief(Duration.ZERO, 0, 0, Duration.ofMillis(5)));
        assertThat(simulator.pay(paymentAt(simulator.checkout(request(1))))).isTrue();
        assertThat(inbox.await(all -> !all.isEmpty())).hasSize(1);
    }

    @Test
    void failsAPaymentAsOftenAsAsked() throws InterruptedException {
        SandboxInbox inbox = inbox(0);
        SandboxSimulator simulator = simulator(inbox, Mischief.NONE);
        String payment = paymentAt(simulator.checkout(request(1)));
        assertThat(simulator.fail(payment)).isTrue();
        assertThat(simulator.fail(payment)).isTrue();
        List<PaymentEvent> events = inbox.await(all -> all.size() == 2);
        assertThat(events).allMatch(event -> event.kind() == Kind.FAILED);
        assertThat(ids(events)).hasSize(2);
    }

    @Test
    void opensOneCheckoutForOneOrderAndAmount() {
        SandboxSimulator simulator = simulator(inbox(0), Mischief.NONE);
        URI first = simulator.checkout(request(1));
        assertThat(first).hasPath(first.getPath()).asString().startsWith("/sandbox/checkout/play-");
        assertThat(simulator.checkout(request(1))).isEqualTo(first);
        assertThat(simulator.checkout(request(2))).isNotEqualTo(first);
        assertThat(simulator.find(paymentAt(first))).contains(request(1));
    }

    @Test
    void saysNoToAPaymentItNeverOpened() {
        SandboxSimulator simulator = simulator(inbox(0), Mischief.NONE);
        assertThat(simulator.pay("play-unknown")).isFalse();
        assertThat(simulator.find("play-unknown")).isEmpty();
    }

    @Test
    void givesTheSameRefundUnderTheSameId() throws InterruptedException {
        SandboxInbox inbox = inbox(0);
        var refund = new RefundRequest(REFUND, OrderId.of(1, 1, 1), "play-1", DEPOSIT, "cancelled");
        assertThat(simulator(inbox, Mischief.NONE).refund(refund)).isEqualTo(new Refunding.Accepted());
        assertThat(simulator(inbox, Mischief.NONE).refund(refund)).isEqualTo(new Refunding.Accepted());
        List<PaymentEvent> events = inbox.await(all -> all.size() == 2);
        assertThat(events).allMatch(event -> event.kind() == Kind.REFUNDED);
        assertThat(ids(events)).hasSize(1);
    }

    @Test
    void saysNoWhenItCarriesAsMuchAsItCan() {
        SandboxSimulator simulator = simulator(inbox(0), new Mischief(Duration.ofHours(1), 0, 0, Duration.ofHours(1)));
        List<Refunding> answers = IntStream.rangeClosed(0, WebhookCourier.MAX_PENDING)
                .mapToObj(number -> simulator.refund(new RefundRequest(
                        new UUID(0, number), OrderId.of(1, number, 1), "play-" + number, DEPOSIT, "cancelled")))
                .toList();
        assertThat(answers.getLast()).isInstanceOf(Refunding.Unreachable.class);
        assertThat(answers.subList(0, WebhookCourier.MAX_PENDING)).containsOnly(new Refunding.Accepted());
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    private SandboxInbox inbox(int refusals) {
        SandboxProvider reader = new SandboxProvider(SECRET, simulator(URI.create("http://localhost"), Mischief.NONE));
        SandboxInbox inbox = new SandboxInbox(reader, refusals);
        open.add(inbox);
        return inbox;
    }

    private SandboxSimulator simulator(SandboxInbox inbox, Mischief mischief) {
        return simulator(inbox.address(), mischief);
    }

    private SandboxSimulator simulator(URI address, Mischief mischief) {
        SandboxSimulator simulator = new SandboxSimulator(
                SECRET, URI.create("/sandbox/checkout/"), () -> address, Clock.systemUTC(), mischief, SEED);
        open.add(simulator);
        return simulator;
    }

    private static PaymentRequest request(int number) {
        return new PaymentRequest(
                OrderId.of(1, number, number),
                DEPOSIT,
                "One electric car",
                Instant.EPOCH,
                URI.create("http://localhost/orders/" + number),
                null);
    }

    private static String paymentAt(URI checkout) {
        return checkout.getPath().substring("/sandbox/checkout/".length());
    }

    private static List<String> payments(List<PaymentEvent> events) {
        return events.stream().map(PaymentEvent::payment).distinct().toList();
    }

    private static Set<String> ids(List<PaymentEvent> events) {
        return new HashSet<>(events.stream().map(PaymentEvent::webhookId).toList());
    }
}
