package dev.holdfast.community.points;

import dev.holdfast.kernel.Rounds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/// What happens to points by itself: they become active, they expire, reservations end, and the report is folded.
///
/// Any instance may do any of it: each act is one member's, under their lock, and finds nothing left to do when another
/// instance was faster. A member who spends does not wait for this clock; their own points are put right first.
final class PointsClock {
    private static final Logger LOG = LoggerFactory.getLogger(PointsClock.class);
    static final int BATCH = 200;
    /// Fewer are added up faster than they are folded.
    private static final long WORTH_FOLDING = 1_000;

    private static final Duration IDLE = Duration.ofSeconds(2);

    private final Rewards rewards;
    private final PurseStore purses;
    private final ReportStore reports;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    PointsClock(
            Rewards rewards,
            PurseStore purses,
            ReportStore reports,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.rewards = rewards;
        this.purses = purses;
        this.reports = reports;
        this.transactions = transactions;
        this.clock = clock;
    }

    Rounds rounds() {
        return new Rounds("points", IDLE, this::round);
    }

    /// @return whether there may be more
    boolean round() {
        List<Reservation> over = rewards.over(BATCH);
        over.forEach(rewards::lapse);
        List<String> due = purses.due(clock.instant(), BATCH);
        due.forEach(this::settle);
        boolean folded = reports.behind() >= WORTH_FOLDING && fold();
        return over.size() == BATCH || due.size() == BATCH || folded;
    }

    private void settle(String member) {
        transactions.executeWithoutResult(status -> {
            Instant now = clock.instant();
            Purse purse = purses.lock(member, List.of());
            purse.settle(now);
            purses.append(member, purse, now);
        });
    }

    /// @return false when somebody wrote for so long that it has to wait
    boolean fold() {
        try {
            return Boolean.TRUE.equals(transactions.execute(status -> reports.fold() > 0));
        } catch (DataAccessException busy) {
            LOG.debug("The report of points is folded later: {}", busy.getMessage());
            return false;
        }
    }
}
