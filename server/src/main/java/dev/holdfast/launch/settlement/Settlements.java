package dev.holdfast.launch.settlement;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Settlement;
import dev.holdfast.launch.Settlement.Way;
import dev.holdfast.launch.ledger.Account;
import dev.holdfast.launch.ledger.Transfer;
import dev.holdfast.launch.settlement.SettlementStore.Granted;
import dev.holdfast.member.Members;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// What is owed to members for broken promises, and the operators' word that it was settled.
public final class Settlements {
    public static final int MAX_PAGE = 200;
    public static final int MAX_REFERENCE = 140;
    public static final int MAX_NOTE = 1_000;

    private final SettlementStore store;
    private final TransactionTemplate transactions;
    private final Members members;
    private final InstantSource clock;

    Settlements(SettlementStore store, TransactionTemplate transactions, Members members, InstantSource clock) {
        this.store = store;
        this.transactions = transactions;
        this.members = members;
        this.clock = clock;
    }

    /// What became of a [Settle].
    ///
    /// @param replayed the very same was said before, and nothing was done
    public record Settled(Settlement settlement, boolean replayed) {}

    /// Something that is or was owed.
    ///
    /// @param live whether its order is
    /// @param settlement null: it was not settled yet
    public record Standing(
            Owed owed, boolean live, @Nullable Settlement settlement) {}

    /// All that was ever owed for an order, settled or not.
    public List<Standing> of(OrderId order) {
        return store.of(order).stream()
                .map(one -> new Standing(one.owed(), one.live(), one.settlement()))
                .toList();
    }

    /// What is owed in a launch, by the order in which it was written down.
    ///
    /// @param after the number of the last of the page before; 0: from the start
    /// @param limit at most [#MAX_PAGE]
    public List<Owed> owed(String slug, long after, int limit) {
        return store.owed(slug, after, Math.clamp(limit, 1, MAX_PAGE));
    }

    /// Writes down that an amount was paid by hand or set off, with its entry in the ledger and in the audit trail.
    ///
    /// @throws Problem UNKNOWN when nothing such is owed; CONFLICT when it was settled otherwise, ended with its
    ///     order, or cannot be settled in this way; INVALID when another amount is owed, or a text does not fit
    public Settled settle(Settle settle, String operator) {
        Refusing.unlessTold(settle);
        return Objects.requireNonNull(transactions.execute(status -> {
            store.lockLine(settle.order().launch());
            Granted granted = store.find(settle.order(), settle.number()).orElseThrow(() -> Refusing.unknown(settle));
            Settlement before = granted.settlement();
            if (before != null) {
                return replay(settle, granted, before);
            }
            Refusing.unlessOwed(settle, granted);
            Settlement settlement = new Settlement(settle.way(), settle.reference(), clock.instant());
            store.append(settle, transfer(settle), operator, settlement.at());
            members.audit(operator, "settle_compensation", settle.order().toString(), detail(settle));
            return new Settled(settlement, false);
        }));
    }

    private static Settled replay(Settle settle, Granted granted, Settlement before) {
        boolean same = before.way() == settle.way()
                && before.reference().equals(settle.reference())
                && settle.amount().equals(granted.settled());
        if (!same) {
            throw Refusing.settled(settle, before);
        }
        return new Settled(before, true);
    }

    private static Transfer transfer(Settle settle) {
        boolean paid = settle.way() == Way.PAID;
        return new Transfer(
                settle.order().toString(),
                Account.COMPENSATION_DUE,
                paid ? Account.COMPENSATION_PAID : Account.COMPENSATION_SET_OFF,
                settle.amount().amount(),
                settle.amount().currency(),
                paid ? "compensation_paid" : "compensation_set_off");
    }

    private static String detail(Settle settle) {
        return "%s %s %s, no. %s, %s%s"
                .formatted(
                        settle.way().name().toLowerCase(Locale.ROOT),
                        settle.amount().amount(),
                        settle.amount().currency(),
                        settle.number(),
                        settle.reference(),
                        settle.note().isEmpty() ? "" : ": " + settle.note());
    }
}
