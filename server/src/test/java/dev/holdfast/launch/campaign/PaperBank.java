package dev.holdfast.launch.campaign;

import dev.holdfast.launch.Launch;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.payment.Answered;
import dev.holdfast.launch.payment.Checkout;
import dev.holdfast.launch.payment.PaymentEvent;
import dev.holdfast.launch.payment.PaymentEvent.Kind;
import dev.holdfast.launch.payment.PaymentProvider;
import dev.holdfast.launch.payment.PaymentRequest;
import dev.holdfast.launch.payment.PledgeRule;
import dev.holdfast.launch.payment.Promised;
import dev.holdfast.launch.payment.Reading;
import dev.holdfast.launch.payment.RefundRequest;
import dev.holdfast.launch.payment.Refunding;
import dev.holdfast.launch.payment.WebhookHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A bank on paper: what it really took and gave up, and the reports it owes, which a test delivers as
/// badly as it likes.
final class PaperBank implements PaymentProvider {
    static final String ID = "sandbox";

    final Map<String, Long> taken = new ConcurrentHashMap<>();
    final Set<String> released = ConcurrentHashMap.newKeySet();
    /// Promises that died at the bank by themselves.
    final Set<String> dead = ConcurrentHashMap.newKeySet();
    /// Every promise there ever was, with the report of it.
    final Map<String, PaymentEvent> promises = new ConcurrentHashMap<>();
    final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    final Set<String> refusing = ConcurrentHashMap.newKeySet();
    final List<PaymentEvent> reports = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger numbers = new AtomicInteger();

    /// After so many calls the caller dies, once the bank has done what it was asked.
    volatile int diesAfter = Integer.MAX_VALUE;

    volatile PledgeRule.AtEnd atEnd = PledgeRule.AtEnd.RENEW;
    volatile Duration lives = Duration.ofDays(7);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public PledgeRule pledges() {
        return new PledgeRule.Authorise(lives, lives, Duration.ofDays(1), atEnd);
    }

    static PaymentEvent authorised(OrderId order, String payment, long amount) {
        return event(Kind.AUTHORISED, order, payment, amount);
    }

    static PaymentEvent event(Kind kind, OrderId order, String payment, long amount) {
        return new PaymentEvent(kind + "-" + payment, kind, order.toString(), payment, amount, "CNY");
    }

    @Override
    public Answered capture(Promised promised) {
        if (refusing.contains(promised.payment()) || isOver(promised.payment())) {
            return done(promised, new Answered.Refused("no"));
        }
        taken.put(promised.payment(), promised.whole().amount());
        report(Kind.SUCCEEDED, promised, promised.payment());
        return done(promised, new Answered.Accepted());
    }

    @Override
    public Answered release(Promised promised) {
        if (taken.containsKey(promised.payment()) || dead.contains(promised.payment())) {
            return done(promised, new Answered.Refused("taken or dead"));
        }
        released.add(promised.payment());
        report(Kind.VOIDED, promised, promised.payment());
        return done(promised, new Answered.Accepted());
    }

    @Override
    public Answered renew(Promised promised) {
        if (refusing.contains(promised.payment()) || isOver(promised.payment())) {
            return done(promised, new Answered.Refused("no"));
        }
        promise(promised.order(), promised.payment() + "+", promised.whole().amount());
        report(Kind.AUTHORISED, promised, promised.payment() + "+");
        return done(promised, new Answered.Accepted());
    }

    /// The bank promises the money; the report of it is the caller's to deliver.
    PaymentEvent promise(OrderId order, String payment, long amount) {
        PaymentEvent report = authorised(order, payment, amount);
        promises.put(payment, report);
        return report;
    }

    /// Whoever asks for the so-manieth time from now dies of it, once the bank has done what it was asked.
    void killAfter(int calls) {
        diesAfter = numbers.get() + calls;
    }

    /// The bank lets a promise die, where it still stands.
    boolean die(String payment) {
        return !taken.containsKey(payment) && !isOver(payment) && dead.add(payment);
    }

    private boolean isOver(String payment) {
        return released.contains(payment) || dead.contains(payment);
    }

    private void report(Kind kind, Promised promised, String payment) {
        reports.add(event(kind, promised.order(), payment, promised.whole().amount()));
    }

    private Answered done(Promised promised, Answered answer) {
        asked.computeIfAbsent(promised.payment(), payment -> new AtomicInteger())
                .incrementAndGet();
        if (numbers.incrementAndGet() == diesAfter) {
            throw new IllegalStateException("killed");
        }
        return answer;
    }

    /// Late, doubled and in the wrong order.
    void deliver(Launch launch) {
        List<PaymentEvent> due = new ArrayList<>(reports);
        reports.clear();
        for (PaymentEvent event : due.reversed()) {
            launch.receive(ID, event);
            launch.receive(ID, event);
        }
    }

    @Override
    public Checkout begin(PaymentRequest request) {
        return new Checkout.Refused("on paper");
    }

    @Override
    public Refunding refund(RefundRequest request) {
        return new Refunding.Accepted();
    }

    @Override
    public Reading read(WebhookHeaders headers, byte[] body, Instant now) {
        return new Reading.Ignored("on paper");
    }
}
