package dev.holdfast.community.points;

import dev.holdfast.kernel.Check;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// All the points of one member, as they are under the member's lock, and the rules by which they move.
///
/// Knows no clock and no database: an act appends entries, and whoever asked writes them down. Each point belongs to a
/// lot and keeps its lot's expiry wherever it goes. After every act the purse is put right ([#settle]): what is due
/// becomes active or expires, what came back to a lot that was taken back goes the same way, and what is owed is set
/// off
/// against what is active, the first to expire first.
final class Purse {
    /// What comes back from a reward after its lot has expired lives on for this long, in a lot of its own: whoever
    /// brings back a reward is not left with nothing.
    static final Duration RETURNED_LIFE = Duration.ofDays(30);

    private static final Comparator<Lot> FIRST_TO_EXPIRE =
            Comparator.comparing(Lot::expiresAt).thenComparingLong(Lot::id);

    private final Map<Long, Lot> lots = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    Purse(List<Lot> lots) {
        lots.stream().sorted(FIRST_TO_EXPIRE).forEach(lot -> this.lots.put(lot.id(), lot));
    }

    /// What moved since it was read.
    List<Entry> entries() {
        return List.copyOf(entries);
    }

    List<Lot> lots() {
        return List.copyOf(lots.values());
    }

    long in(Account account) {
        return lots.values().stream().mapToLong(lot -> lot.in(account)).sum();
    }

    /// A new lot with what it earned.
    void earn(Lot lot, long amount, Instant now) {
        lots.put(lot.id(), lot);
        if (amount > 0) {
            move(lot, Account.ISSUED, Account.PENDING, amount, Cause.EARNED, lot.activity());
        }
        settle(now);
    }

    /// Puts points aside, the first to expire first.
    ///
    /// @return false when there are too few; then nothing moved but what was due
    boolean reserve(long amount, String subject, Instant now) {
        settle(now);
        if (in(Account.ACTIVE) < amount) {
            return false;
        }
        long open = amount;
        for (Lot lot : byExpiry()) {
            long part = Math.min(open, lot.in(Account.ACTIVE));
            if (part > 0) {
                move(lot, Account.ACTIVE, Account.RESERVED, part, Cause.RESERVED, subject);
                open -= part;
            }
        }
        return true;
    }

    /// @param parts of the lots, as they were put aside
    void confirm(Map<Long, Long> parts, String subject) {
        parts.forEach((lot, part) -> move(of(lot), Account.RESERVED, Account.SPENT, part, Cause.SPENT, subject));
    }

    void release(Map<Long, Long> parts, String subject, Instant now) {
        parts.forEach((lot, part) -> move(of(lot), Account.RESERVED, Account.ACTIVE, part, Cause.RELEASED, subject));
        settle(now);
    }

    /// Takes back what a reward cost. A part whose lot is over goes back to the brand.
    ///
    /// @return how many points that is: the member gets as many in a lot of its own
    long giveBack(Map<Long, Long> parts, String subject, Instant now) {
        long late = 0;
        for (Map.Entry<Long, Long> part : parts.entrySet()) {
            Lot lot = of(part.getKey());
            boolean taken = lot.clawedBack() && !lot.owesSpent();
            boolean over = lot.isOver(now) && !taken;
            move(lot, Account.SPENT, over ? Account.ISSUED : Account.ACTIVE, part.getValue(), Cause.RETURNED, subject);
            late += over ? part.getValue() : 0;
        }
        settle(now);
        return late;
    }

    /// Takes back what a lot earned: what is pending or active at once; what is reserved or spent is owed, or forgiven,
    /// as the lot's rule says. What expired is gone anyway.
    void clawBack(long id, Instant now) {
        settle(now);
        Lot lot = of(id);
        lot.claw();
        withdraw(lot, Account.PENDING, Cause.CLAWED_BACK, lot.activity());
        withdraw(lot, Account.ACTIVE, Cause.CLAWED_BACK, lot.activity());
        long gone = lot.in(Account.RESERVED) + lot.in(Account.SPENT);
        if (gone > 0 && lot.owesSpent()) {
            move(lot, Account.OWED, Account.WITHDRAWN, gone, Cause.CLAWED_BACK, lot.activity());
        }
        settle(now);
    }

    /// The member leaves, and what they could still have spent goes back to the brand.
    void close(String subject) {
        Check.that(in(Account.RESERVED) == 0, "Something is still reserved, for %s.", subject);
        for (Lot lot : lots.values()) {
            withdraw(lot, Account.PENDING, Cause.ERASED, subject);
            withdraw(lot, Account.ACTIVE, Cause.ERASED, subject);
        }
    }

    /// What happens by itself until `now`.
    void settle(Instant now) {
        for (Lot lot : byExpiry()) {
            if (lot.isActive(now) && lot.in(Account.PENDING) > 0) {
                move(lot, Account.PENDING, Account.ACTIVE, lot.in(Account.PENDING), Cause.ACTIVATED, lot.activity());
            }
            if (lot.clawedBack() && !lot.owesSpent()) {
                withdraw(lot, Account.ACTIVE, Cause.CLAWED_BACK, lot.activity());
            }
        }
        setOff();
        for (Lot lot : byExpiry()) {
            if (lot.isOver(now) && lot.in(Account.ACTIVE) > 0) {
                move(lot, Account.ACTIVE, Account.EXPIRED, lot.in(Account.ACTIVE), Cause.EXPIRED, lot.activity());
            }
        }
    }

    /// Before anything expires, so that what would have expired anyway pays first.
    private void setOff() {
        long owed = -in(Account.OWED);
        for (Lot lot : byExpiry()) {
            long part = Math.min(owed, lot.in(Account.ACTIVE));
            if (part > 0) {
                move(lot, Account.ACTIVE, Account.OWED, part, Cause.SET_OFF, lot.activity());
                owed -= part;
            }
        }
    }

    private void withdraw(Lot lot, Account from, Cause cause, String subject) {
        if (lot.in(from) > 0) {
            move(lot, from, Account.WITHDRAWN, lot.in(from), cause, subject);
        }
    }

    private void move(Lot lot, Account debit, Account credit, long amount, Cause cause, String subject) {
        Entry entry = new Entry(lot.id(), debit, credit, amount, cause, subject);
        lot.apply(entry);
        entries.add(entry);
    }

    private List<Lot> byExpiry() {
        return lots.values().stream().sorted(FIRST_TO_EXPIRE).toList();
    }

    private Lot of(long id) {
        return Objects.requireNonNull(lots.get(id), () -> "Lot " + id + " is not this member's.");
    }
}
