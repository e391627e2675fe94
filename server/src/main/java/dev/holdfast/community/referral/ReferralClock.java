package dev.holdfast.community.referral;

import dev.holdfast.kernel.Rounds;
import dev.holdfast.launch.Happening;
import dev.holdfast.launch.Happenings;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Progress;
import dev.holdfast.launch.ReferredOrders;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;

/// Follows what becomes of friends' orders: which name a code, which are delivered, which are cancelled after all; and
/// ends disputes whose time is over.
///
/// Any instance may do any of it. How far a line was followed moves in the transaction of what was made of it.
final class ReferralClock {
    private static final String FOLLOWER = "referral";
    private static final Set<OrderState> STATES = Set.of(OrderState.DELIVERED, OrderState.CANCELLED);
    private static final int BATCH = 200;
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final Referrals referrals;
    private final ReferralStore store;
    private final ReferredOrders referred;
    private final Progress progress;
    private final TransactionTemplate transactions;

    ReferralClock(
            Referrals referrals,
            ReferralStore store,
            ReferredOrders referred,
            Progress progress,
            TransactionTemplate transactions) {
        this.referrals = referrals;
        this.store = store;
        this.referred = referred;
        this.progress = progress;
        this.transactions = transactions;
    }

    Rounds rounds() {
        return new Rounds("referrals", IDLE, this::round);
    }

    /// First who brought whom, so that an order is known when it is heard of.
    ///
    /// @return whether there may be more
    boolean round() {
        boolean more = false;
        for (int launch : progress.launches()) {
            more |= link(launch);
            more |= Boolean.TRUE.equals(transactions.execute(status -> follow(launch)));
        }
        more |= referrals.lapse(BATCH) == BATCH;
        more |= referrals.settle(BATCH) == BATCH;
        return more;
    }

    private boolean link(int launch) {
        List<Order> orders = referred.of(launch, store.cursor(launch), BATCH);
        orders.forEach(referrals::ordered);
        if (!orders.isEmpty()) {
            store.move(launch, orders.getLast().position());
        }
        return orders.size() == BATCH;
    }

    private boolean follow(int number) {
        Happenings heard = progress.happened(FOLLOWER, number, STATES);
        for (Happening happening : heard.happenings()) {
            if (happening.state() == OrderState.DELIVERED) {
                referrals.delivered(happening.order(), happening.member());
            } else {
                referrals.cancelled(happening.order(), happening.member());
            }
        }
        return heard.more();
    }
}
