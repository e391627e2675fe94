package dev.holdfast.delivery.balance;

import dev.holdfast.delivery.balance.Balance.State;
import dev.holdfast.delivery.balance.BalanceStore.Row;
import dev.holdfast.delivery.balance.PaymentStore.Known;
import dev.holdfast.delivery.balance.PaymentStore.Said;
import dev.holdfast.kernel.Money;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.OrderId;
import dev.holdfast.member.Members;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of lenders: who lends a member what is left to pay confirms it, and may take its word back until
/// the unit is handed over.
public final class Lenders {
    private final BalanceStore balances;
    private final PaymentStore payments;
    private final BalanceReads reads;
    private final Books books;
    private final Members members;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Lenders(
            BalanceStore balances,
            PaymentStore payments,
            BalanceReads reads,
            Books books,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.balances = balances;
        this.payments = payments;
        this.reads = reads;
        this.books = books;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param lender who says so, by its key
    /// @param reference of the balance
    /// @param confirmation the lender's own number: the same again is the same confirmation
    /// @param signedBy the person who answers for it there
    public record Confirmation(String lender, String reference, String confirmation, Money amount, String signedBy) {}

    /// What stands of a confirmation.
    ///
    /// @param replayed the very same was confirmed before, and nothing was done
    public record Confirmed(Payment payment, Balance.State state, Money left, boolean replayed) {}

    /// What a lender confirmed, and of which order.
    ///
    /// @param handedOverAt the unit; null: not yet
    public record Loan(
            OrderId order, Payment payment, @Nullable Instant handedOverAt) {
        /// Whether it cannot be taken back any more.
        public boolean binding() {
            return handedOverAt != null || payment.state() != Payment.State.TAKEN;
        }
    }

    /// What was ever confirmed, the latest first.
    ///
    /// @param lender null: by all of them
    /// @param before the number of the last one of the page before; [Long#MAX_VALUE]: from the latest on
    public List<Loan> loans(@Nullable String lender, long before, int limit) {
        int most = Math.clamp(limit, 1, BalanceDesk.MAX_PAGE);
        if (lender == null) {
            return payments.lent(before, most);
        }
        return isName(lender) ? payments.lentBy(lender, before, most) : List.of();
    }

    /// The lender pays this much of a balance.
    ///
    /// @throws Problem UNKNOWN when there is no such balance; CONFLICT when it is more than is left, the
    ///     order is over,
    ///     or another confirmation has this number; INVALID
    public Confirmed confirm(Confirmation said) {
        Words.needed("lender", said.lender(), Words.MAX_REFERENCE);
        Words.needed("confirmation", said.confirmation(), Words.MAX_REFERENCE);
        Words.needed("signedBy", said.signedBy(), Words.MAX_REFERENCE);
        if (said.amount().amount() <= 0 || said.amount().amount() > BalanceDesk.MAX_AMOUNT) {
            throw Words.invalid("amount", Long.toString(said.amount().amount()), "must be more than nothing");
        }
        long number = RfReference.number(said.reference()).orElseThrow(() -> unknown(said.reference()));
        return Objects.requireNonNull(transactions.execute(status -> {
            Row row = balances.lock(number).orElseThrow(() -> unknown(said.reference()));
            Known known = payments.known(Payment.Way.LENDER, said.lender(), said.confirmation())
                    .orElse(null);
            if (known != null) {
                return replay(said, row, known);
            }
            refuse(said, row);
            Instant now = clock.instant();
            Payment payment = books.take(
                            row,
                            new Said(
                                    Payment.Way.LENDER,
                                    said.lender(),
                                    said.confirmation(),
                                    said.amount(),
                                    said.signedBy()),
                            Account.LENDER,
                            now)
                    .orElseThrow();
            members.audit(
                    said.lender(),
                    "confirm_loan",
                    row.order().toString(),
                    said.confirmation() + ", " + said.amount().amount() + " " + row.currency() + ", "
                            + said.signedBy());
            return told(number, payment, false);
        }));
    }

    private Confirmed replay(Confirmation said, Row row, Known known) {
        Payment before = known.payment();
        boolean same = known.balance() == row.number()
                && before.amount().equals(said.amount())
                && before.signedBy().equals(said.signedBy());
        if (!same || before.state() == Payment.State.WITHDRAWN) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "confirmation_known",
                    "Confirmation '" + said.confirmation() + "' was given at " + before.at()
                            + (same ? " and taken back since." : " in other words.")
                            + " Give this one a number of its own.");
        }
        return told(row.number(), before, true);
    }

    private void refuse(Confirmation said, Row row) {
        if (row.state() == State.ENDED) {
            throw Balances.ended(row.order());
        }
        long left = Math.max(0, books.owed(row));
        if (!said.amount().currency().equals(row.currency()) || said.amount().amount() > left) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "confirmation_exceeds_balance",
                    "Left to pay are " + left + " " + row.currency() + ", not "
                            + said.amount().amount() + " "
                            + said.amount().currency() + ". Confirm what is left, or less.");
        }
    }

    /// The lender does not pay after all.
    ///
    /// @param actor who says so: the lender, or an operator for it
    /// @throws Problem UNKNOWN when there is no such confirmation of theirs; CONFLICT once the unit is handed
    ///     over or its money is on its way back
    public Confirmed withdraw(String lender, String confirmation, String actor) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Known found = find(lender, confirmation);
            Row row = balances.lock(found.balance()).orElseThrow();
            Payment payment = find(lender, confirmation).payment();
            if (payment.state() == Payment.State.WITHDRAWN) {
                return told(row.number(), payment, true);
            }
            if (row.handedOverAt() != null || payment.state() != Payment.State.TAKEN) {
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "confirmation_binding",
                        "Confirmation '" + confirmation + "' cannot be taken back: "
                                + (row.handedOverAt() == null
                                        ? "its money is on its way back already."
                                        : "the unit was handed over at " + row.handedOverAt() + "."));
            }
            books.withdraw(row, payment, clock.instant());
            members.audit(actor, "withdraw_loan", row.order().toString(), confirmation);
            return told(row.number(), find(lender, confirmation).payment(), false);
        }));
    }

    private Known find(String lender, String confirmation) {
        Optional<Known> known = isName(lender) && isName(confirmation)
                ? payments.known(Payment.Way.LENDER, lender, confirmation)
                : Optional.empty();
        return known.orElseThrow(() -> new Problem(
                Problem.Kind.UNKNOWN,
                "unknown_confirmation",
                "'" + Words.shortened(lender) + "' never gave a confirmation '" + Words.shortened(confirmation)
                        + "'."));
    }

    /// What no confirmation may hold was never confirmed, and is not looked for.
    private static boolean isName(String text) {
        return Words.fits(text, Words.MAX_REFERENCE);
    }

    private Confirmed told(long number, Payment payment, boolean replayed) {
        Balance balance = reads.look(balances.find(number).orElseThrow());
        return new Confirmed(payment, balance.state(), balance.left(), replayed);
    }

    private static Problem unknown(String reference) {
        return new Problem(
                Problem.Kind.UNKNOWN,
                "unknown_balance",
                "'" + Words.shortened(reference) + "' is the reference of no balance. Maybe a digit of it is wrong.");
    }
}
