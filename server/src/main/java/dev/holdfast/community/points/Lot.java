package dev.holdfast.community.points;

import dev.holdfast.kernel.Check;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one activity earned, and where it is by now. Belongs to one [Purse] and is changed by nobody else.
final class Lot {
    private final long id;
    private final String activity;
    private final Instant activeAt;
    private final Instant expiresAt;
    private final boolean owesSpent;
    private boolean clawedBack;
    private final Map<Account, Long> balances = new EnumMap<>(Account.class);

    /// @param owesSpent what is taken back after it was spent is owed; else it is forgiven
    Lot(long id, String activity, Instant activeAt, Instant expiresAt, boolean owesSpent, boolean clawedBack) {
        this.id = id;
        this.activity = activity;
        this.activeAt = activeAt;
        this.expiresAt = expiresAt;
        this.owesSpent = owesSpent;
        this.clawedBack = clawedBack;
    }

    long id() {
        return id;
    }

    String activity() {
        return activity;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    boolean owesSpent() {
        return owesSpent;
    }

    boolean clawedBack() {
        return clawedBack;
    }

    void claw() {
        clawedBack = true;
    }

    boolean isActive(Instant now) {
        return !now.isBefore(activeAt);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(expiresAt);
    }

    long in(Account account) {
        return balances.getOrDefault(account, 0L);
    }

    void add(Account account, long amount) {
        balances.merge(account, amount, Long::sum);
    }

    void apply(Entry entry) {
        add(entry.debit(), -entry.amount());
        add(entry.credit(), entry.amount());
        for (Account account : Account.values()) {
            Check.that(
                    in(account) >= 0 || account == Account.ISSUED || account == Account.OWED,
                    "Lot %s would have %s points in %s.",
                    id,
                    in(account),
                    account);
        }
    }

    /// When something happens to it by itself; null: no more.
    @Nullable
    Instant due() {
        if (in(Account.PENDING) > 0) {
            return activeAt;
        }
        return in(Account.ACTIVE) > 0 ? expiresAt : null;
    }
}
