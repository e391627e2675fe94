package dev.holdfast.community.round;

import dev.holdfast.kernel.Rounds;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrdersPage;
import dev.holdfast.member.mail.Mails;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/// Finds the orders that a new rule touches, and tells their members.
///
/// It walks along the launch's line a page at a time. What is written of a page, the letters and how far it
/// has come stand or fall together, so whatever server dies, each order is listed once and each member told
/// once.
final class RuleClock {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final RuleStore store;
    private final Launch launch;
    private final Mails mails;
    private final TransactionTemplate transactions;

    RuleClock(RuleStore store, Launch launch, Mails mails, TransactionTemplate transactions) {
        this.store = store;
        this.launch = launch;
        this.mails = mails;
        this.transactions = transactions;
    }

    Rounds rounds() {
        return new Rounds("rules", EVERY, this::tell);
    }

    /// One page of one rule.
    ///
    /// @return false: there is nothing to tell
    boolean tell() {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            Optional<RuleStore.ToTell> next = store.nextToTell();
            next.ifPresent(this::tell);
            return next.isPresent();
        }));
    }

    private void tell(RuleStore.ToTell next) {
        LaunchRule rule = next.rule();
        long from = Math.max(next.toldPosition(), rule.fromPosition() - 1);
        OrdersPage page = launch.orders(rule.launch(), null, from, Launch.MAX_PAGE);
        List<Order> touched = page.orders().stream()
                .filter(order -> order.live() && rule.touches(order.offer(), order.position()))
                .toList();
        mails.queue(
                RuleLetter.KIND,
                touched.stream().map(order -> RuleLetter.item(rule, order)).toList());
        Long last = page.next();
        boolean done = last == null || last >= rule.toPosition();
        store.told(rule, touched, last == null ? rule.toPosition() : last, done);
    }
}
