package dev.holdfast.community.spec;

import dev.holdfast.kernel.Rounds;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Happening;
import dev.holdfast.launch.Happenings;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Progress;
import dev.holdfast.launch.SpecVersion;
import dev.holdfast.member.mail.Mails;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// Hears which orders were handed over, and asks their owners once they have had time to find out.
///
/// Both steps go on where the one before ended, in the transaction of what they write: nobody is asked
/// twice, and nobody is forgotten, whatever server dies.
final class VerdictClock {
    /// As the journal of orders knows us.
    private static final String FOLLOWER = "owners";

    private static final int MAX_ASKED = 500;
    private static final Duration EVERY = Duration.ofSeconds(20);
    private static final Asker CLOCK = new Asker("clock", true);

    private final VerdictStore store;
    private final Progress progress;
    private final Launch launch;
    private final Mails mails;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    VerdictClock(
            VerdictStore store,
            Progress progress,
            Launch launch,
            Mails mails,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.progress = progress;
        this.launch = launch;
        this.mails = mails;
        this.transactions = transactions;
        this.clock = clock;
    }

    Rounds rounds() {
        return new Rounds("verdicts", EVERY, this::look);
    }

    /// A page of each journal, and a page of owners.
    ///
    /// @return whether there may be more
    boolean look() {
        boolean more = false;
        for (int number : progress.launches()) {
            more |= follow(number);
        }
        return ask() || more;
    }

    private boolean follow(int number) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            Happenings delivered = progress.happened(FOLLOWER, number, Set.of(OrderState.DELIVERED));
            delivered.happenings().forEach(this::own);
            return delivered.more();
        }));
    }

    private void own(Happening delivered) {
        @Nullable SpecVersion spec = launch.order(delivered.order(), CLOCK).spec();
        if (spec != null) {
            store.own(delivered.order(), delivered.member(), spec, delivered.at());
        }
    }

    private boolean ask() {
        return Objects.requireNonNull(transactions.execute(status -> {
            Instant now = clock.instant();
            List<VerdictStore.ToAsk> owners = store.toAsk(now, MAX_ASKED);
            if (!owners.isEmpty()) {
                mails.queue(
                        VerdictLetter.KIND,
                        owners.stream().map(VerdictLetter::item).toList());
                store.askedNow(owners, now);
            }
            return owners.size() == MAX_ASKED;
        }));
    }
}
