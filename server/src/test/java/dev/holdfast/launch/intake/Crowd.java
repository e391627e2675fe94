package dev.holdfast.launch.intake;

import dev.holdfast.launch.Advance;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.PlaceOrder;
import dev.holdfast.launch.Showroom;
import dev.holdfast.launch.payment.PaymentEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Fans, strangers and a payment provider with bad habits: whatever they send is lost, late, doubled, out of order or
/// for the wrong amount, and sent again.
final class Crowd {
    private static final String PROVIDER = "sandbox";
    private static final int MEMBERS = 40;
    private static final List<String> REGIONS = List.of("north", "south");

    private final Random random;
    private final Showroom showroom;
    private final PaperBook book;
    private final List<PlaceOrder> wishes = new ArrayList<>();
    private final List<PaymentEvent> sent = new ArrayList<>();
    /// What each payment is worth, told once.
    final Map<String, PaymentEvent> payments = new HashMap<>();

    Crowd(Random random, Showroom showroom, PaperBook book) {
        this.random = random;
        this.showroom = showroom;
        this.book = book;
    }

    /// Something somebody asks next.
    Ask next() {
        int dice = random.nextInt(100);
        if (dice < 40 || book.orders.isEmpty()) {
            return place();
        }
        if (dice < 66) {
            return pay();
        }
        OrderId order = someOrder();
        Asker asker = asker(order);
        if (dice < 74) {
            return new Ask.Cancel(order, asker, random.nextBoolean());
        }
        if (dice < 80) {
            return new Ask.Lock(order, asker);
        }
        if (dice < 85) {
            return new Ask.Consent(order, asker, random.nextBoolean());
        }
        if (dice < 88) {
            return advance();
        }
        return dice < 95 ? new Ask.Change(order, asker, someOffer(), random.nextInt(4) == 0) : new Ask.Sweep();
    }

    /// A plant with bad habits: steps out of order, doubled, and of orders that are gone.
    private Ask advance() {
        List<OrderState> to = Advance.STATES.stream().sorted().toList();
        List<Advance> steps = new ArrayList<>();
        for (int step = random.nextInt(1, 6); step > 0; step--) {
            steps.add(new Advance(someOrder(), to.get(random.nextInt(to.size())), "played"));
        }
        return new Ask.Advance(steps, "plant");
    }

    /// A new wish, or one sent again because its answer was lost, now and then with another body.
    private Ask place() {
        if (!wishes.isEmpty() && random.nextInt(4) == 0) {
            PlaceOrder again = wishes.get(random.nextInt(wishes.size()));
            return place(random.nextInt(10) > 0 ? again : wish(again.member(), again.key()));
        }
        PlaceOrder wish = wish("fan-" + random.nextInt(MEMBERS), "key-" + wishes.size());
        wishes.add(wish);
        return place(wish);
    }

    private PlaceOrder wish(String member, String key) {
        String region = random.nextInt(3) == 0 ? null : REGIONS.get(random.nextInt(REGIONS.size()));
        String terms = random.nextInt(3) == 0 ? null : "v1";
        return new PlaceOrder("car", member, key, someOffer(), region, null, null, null, terms);
    }

    private static Ask place(PlaceOrder wish) {
        return new Ask.Place(wish, RequestDigest.of(wish));
    }

    private Ask pay() {
        PaymentEvent event = !sent.isEmpty() && random.nextInt(3) == 0 ? again() : fresh();
        sent.add(event);
        return new Ask.Pay(PROVIDER, OrderId.parse(event.order()).orElseThrow(), event);
    }

    /// The same webhook once more, or the same payment under a new one.
    private PaymentEvent again() {
        PaymentEvent before = sent.get(random.nextInt(sent.size()));
        return random.nextBoolean()
                ? before
                : new PaymentEvent(
                        "webhook-" + sent.size(),
                        before.kind(),
                        before.order(),
                        before.payment(),
                        before.amount(),
                        before.currency());
    }

    private PaymentEvent fresh() {
        String webhook = "webhook-" + sent.size();
        if (!book.refunds.isEmpty() && random.nextInt(4) == 0) {
            List<Writes.RefundDue> due = book.refunds.values().stream()
                    .sorted((one, other) -> one.payment().compareTo(other.payment()))
                    .toList();
            Writes.RefundDue refund = due.get(random.nextInt(due.size()));
            var kind = random.nextInt(6) == 0 ? PaymentEvent.Kind.REFUND_FAILED : PaymentEvent.Kind.REFUNDED;
            return new PaymentEvent(
                    webhook, kind, refund.order().toString(), refund.payment(), refund.amount(), refund.currency());
        }
        String payment = "payment-" + sent.size();
        int dice = random.nextInt(20);
        OrderId order = dice == 0 ? OrderId.of(PaperBook.LAUNCH, 1_000_000, random.nextLong()) : unpaidOrder();
        var kind = dice == 1 ? PaymentEvent.Kind.FAILED : PaymentEvent.Kind.SUCCEEDED;
        long amount = dice == 2 ? Showroom.DEPOSIT - 1 : Showroom.DEPOSIT;
        String currency = dice == 3 ? "EUR" : "CNY";
        PaymentEvent event = new PaymentEvent(webhook, kind, order.toString(), payment, amount, currency);
        if (kind == PaymentEvent.Kind.SUCCEEDED) {
            payments.put(payment, event);
        }
        return event;
    }

    /// Mostly one that waits for its deposit, or whose time ran out.
    private OrderId unpaidOrder() {
        for (int i = 0; i < 5; i++) {
            OrderId order = someOrder();
            OrderState state = book.order(order).orElseThrow().state;
            if (state == OrderState.HELD || state == OrderState.EXPIRED) {
                return order;
            }
        }
        return someOrder();
    }

    private OrderId someOrder() {
        List<OrderId> orders = List.copyOf(book.orders.keySet());
        int back = Math.min(orders.size(), 60);
        return orders.get(orders.size() - 1 - random.nextInt(back));
    }

    private Asker asker(OrderId order) {
        int dice = random.nextInt(20);
        if (dice == 0) {
            return new Asker("stranger", false);
        }
        return dice == 1
                ? new Asker(Showroom.OPERATOR, true)
                : new Asker(book.order(order).orElseThrow().member(), false);
    }

    private String someOffer() {
        // Now and then one that is not sold.
        return Showroom.offer(1 + random.nextInt(random.nextInt(30) == 0 ? showroom.offers() + 1 : showroom.offers()));
    }
}
