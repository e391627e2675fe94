package dev.holdfast.launch.campaign;

import dev.holdfast.HandClock;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Fans;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Outcome;
import dev.holdfast.launch.PlaceOrder;
import dev.holdfast.launch.payment.PaymentEvent;
import dev.holdfast.launch.payment.PaymentEvent.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Plays one campaign by a seed: who pledges for what, whose card refuses, which promise dies, which report is late,
/// doubled or lost, when whoever asks the bank dies, and who changes their mind.
final class CampaignPlay {
    private static final int MIN_STEPS = 20;
    private static final int MAX_STEPS = 160;
    private static final int BACKERS = 8;
    /// Long enough for every retry, every time to mend, and the late pledges after them.
    private static final int DAYS_AFTER = 12;

    private final CampaignWorld campaign;
    private final String slug;
    private final Random random;
    private final List<Order> orders = new ArrayList<>();
    /// What banks have to say of themselves: it may come late, and is never lost.
    private final List<PaymentEvent> pending = new ArrayList<>();

    private int number;
    private long charged;

    CampaignPlay(CampaignWorld campaign, String slug, long seed) {
        this.campaign = campaign;
        this.slug = slug;
        this.random = new Random(seed);
    }

    List<Order> orders() {
        return orders;
    }

    /// What fans were charged at once.
    long charged() {
        return charged;
    }

    void play() {
        campaign.world.clock.set(HandClock.NOON);
        campaign.bank.lives = Duration.ofDays(2);
        campaign.open(slug);
        int steps = MIN_STEPS + random.nextInt(MAX_STEPS - MIN_STEPS);
        for (int step = 0; step < steps; step++) {
            act();
        }
        deliver(1);
        campaign.world.clock.set(CampaignWorld.END);
        for (int day = 0; day < DAYS_AFTER; day++) {
            afterwards(day);
        }
        settle();
    }

    private void act() {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> pledge(random.nextInt(3) == 0 ? "early" : "normal");
            case 3, 4, 5 -> promise();
            case 6 -> charge();
            case 7 -> cancel();
            case 8 -> die();
            case 9 -> deliver(0.7);
            case 10 -> ask();
            default -> {
                campaign.world.clock.forward(Duration.ofMinutes(random.nextInt(90)));
                campaign.sweep(slug);
            }
        }
    }

    /// The bank's reports are lost now and then, and come when they are asked for again.
    private void afterwards(int day) {
        campaign.sweep(slug);
        ask();
        deliver(0.8);
        if (day == DAYS_AFTER / 2) {
            pledge("late");
            charge();
            promise();
        }
        campaign.world.clock.forward(Duration.ofHours(25));
    }

    private void settle() {
        deliver(1);
        for (int day = 0; day < DAYS_AFTER; day++) {
            campaign.settle(slug);
            campaign.world.clock.forward(Duration.ofHours(25));
        }
    }

    private void pledge(String tier) {
        String fan = "fan-" + random.nextInt(BACKERS);
        Map<String, Integer> addOns = random.nextInt(4) == 0 ? Map.of("lamp", 1 + random.nextInt(2)) : Map.of();
        PlaceOrder wish = new PlaceOrder(slug, fan, "key-" + ++number, tier, null, null, null, null, null, addOns);
        if (campaign.launch.place(wish) instanceof Outcome.Done done) {
            orders.add(done.order());
        }
    }

    private void promise() {
        if (!orders.isEmpty()) {
            Order order = any();
            String payment = slug + "-" + ++number;
            if (random.nextInt(5) == 0) {
                campaign.bank.refusing.add(payment);
            }
            pending.add(
                    campaign.bank.promise(order.id(), payment, order.deposit().amount()));
        }
    }

    private void charge() {
        if (!orders.isEmpty()) {
            Order order = any();
            long amount = order.deposit().amount();
            charged += amount;
            pending.add(Fans.deposit(order.id(), slug + "-charged-" + ++number, amount));
        }
    }

    private void cancel() {
        if (!orders.isEmpty()) {
            Order order = any();
            campaign.launch.cancel(order.id(), new Asker(order.member(), false), false);
        }
    }

    private void die() {
        List<PaymentEvent> promises = campaign.bank.promises.values().stream()
                .filter(promise -> promise.payment().startsWith(slug + "-"))
                .sorted(Comparator.comparing(PaymentEvent::payment))
                .toList();
        if (!promises.isEmpty()) {
            PaymentEvent promise = promises.get(random.nextInt(promises.size()));
            if (campaign.bank.die(promise.payment())) {
                OrderId order = OrderId.parse(promise.order()).orElseThrow();
                pending.add(PaperBank.event(Kind.VOIDED, order, promise.payment(), promise.amount()));
            }
        }
    }

    private Order any() {
        return orders.get(random.nextInt(orders.size()));
    }

    /// Whoever asks the bank may die in the middle: the bank has done it, and nobody heard of it.
    private void ask() {
        if (random.nextInt(4) == 0) {
            campaign.bank.killAfter(1 + random.nextInt(3));
        }
        try (PledgeCourier courier = campaign.courier()) {
            courier.askDue();
        }
        campaign.bank.diesAfter = Integer.MAX_VALUE;
    }

    /// A report of what was asked may be lost: it is asked again. One of a new promise is late at most, as nobody would
    /// ask for it again once the promise before it came to its end.
    ///
    /// @param share of the banks' own reports that come now
    private void deliver(double share) {
        List<PaymentEvent> due = new ArrayList<>(campaign.bank.reports);
        campaign.bank.reports.clear();
        if (share < 1) {
            due.removeIf(report -> report.kind() != Kind.AUTHORISED && random.nextInt(5) == 0);
        }
        List<PaymentEvent> later = new ArrayList<>();
        for (PaymentEvent event : pending) {
            (random.nextDouble() < share ? due : later).add(event);
        }
        pending.clear();
        pending.addAll(later);
        Collections.shuffle(due, random);
        for (PaymentEvent event : due) {
            for (int time = random.nextInt(2); time < 2; time++) {
                campaign.launch.receive(PaperBank.ID, event);
            }
        }
    }
}
