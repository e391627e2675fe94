package dev.holdfast.delivery.balance;

import dev.holdfast.delivery.balance.TermsStore.Started;
import dev.holdfast.launch.Happening;
import dev.holdfast.launch.Happenings;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.OrdersPage;
import dev.holdfast.launch.Progress;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/// What time and other modules bring: orders are locked or over, a day begins, lines of a statement wait,
/// money goes back. Any number of instances may do this.
final class BalanceRound {
    private static final Logger LOG = LoggerFactory.getLogger(BalanceRound.class);
    private static final String FOLLOWER = "balance";
    private static final int BATCH = 200;
    private static final Set<OrderState> HEARD =
            Set.of(OrderState.LOCKED, OrderState.DELIVERED, OrderState.EXPIRED, OrderState.CANCELLED);

    private final TermsStore terms;
    private final BalanceStore balances;
    private final Dues dues;
    private final Statements statements;
    private final BalanceRefunds refunds;
    private final Launch launch;
    private final Progress progress;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    BalanceRound(
            TermsStore terms,
            BalanceStore balances,
            Dues dues,
            Statements statements,
            BalanceRefunds refunds,
            Launch launch,
            Progress progress,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.terms = terms;
        this.balances = balances;
        this.dues = dues;
        this.statements = statements;
        this.refunds = refunds;
        this.launch = launch;
        this.progress = progress;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @return whether there is more to do at once
    boolean round() {
        boolean more = statements.bookWaiting();
        for (Started one : terms.launches()) {
            more |= fill(one);
            more |= hear(one.launch());
        }
        more |= lookAgain();
        return refunds.sendDue() == BalanceRefunds.BATCH || more;
    }

    /// Orders that were locked before the launch had balances.
    private boolean fill(Started one) {
        Long from = one.filledTo();
        if (from == null) {
            return false;
        }
        OrdersPage page = launch.orders(one.slug(), null, from, BATCH);
        bring(page.orders().stream().map(Order::id).toList());
        terms.filled(one.launch(), page.next());
        return page.next() != null;
    }

    /// What is heard is kept before it is acted on: whoever dies in between has the day's look to make good
    /// for it.
    private boolean hear(int number) {
        Happenings next =
                Objects.requireNonNull(transactions.execute(status -> progress.happened(FOLLOWER, number, HEARD)));
        for (Happening one : next.happenings()) {
            if (one.state() == OrderState.DELIVERED) {
                balances.find(one.order()).ifPresent(row -> balances.handedOver(row.number(), clock.instant()));
            } else {
                bring(List.of(one.order()));
            }
        }
        return next.more();
    }

    /// Once a day: a plan may have moved a promise across the year's end, and days do so by themselves.
    private boolean lookAgain() {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        List<OrderId> due = balances.toLookAt(today, BATCH);
        return bring(due) > 0 && due.size() == BATCH;
    }

    /// One that cannot be brought keeps no other back.
    private int bring(List<OrderId> orders) {
        int brought = 0;
        for (OrderId order : orders) {
            try {
                dues.bring(order);
                brought++;
            } catch (RuntimeException fault) {
                LOG.warn("What is left to pay for order {} could not be looked at", order, fault);
            }
        }
        return brought;
    }
}
