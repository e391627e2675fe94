package dev.holdfast.delivery.balance;

import dev.holdfast.kernel.Money;
import java.time.Instant;

/// One amount on its way from one account to another.
///
/// @param amount more than nothing
/// @param cause why, in a stable word such as `price`, `deposit`, `points`, `payment`
/// @param source what it comes from, by its name there
/// @param detail in words for the member; may be empty
public record Entry(
        Account debit, Account credit, Money amount, Instant at, String cause, String source, String detail) {
    static final String PRICE = "price";
    static final String DEPOSIT = "deposit";
    static final String COMPENSATION = "compensation";
    static final String YEAR_END = "year_end";
    static final String YEAR_END_BORNE = "year_end_borne";
    static final String PAYMENT = "payment";
    static final String REFUND = "refund";
    static final String WITHDRAWN = "withdrawn";
    static final String CREDIT_WITHDRAWN = "credit_withdrawn";

    /// What the member owes by it: less than nothing where it takes off what they owe.
    public long owed() {
        return debit == Account.DUE ? amount.amount() : credit == Account.DUE ? -amount.amount() : 0;
    }

    /// Whether it belongs to what is owed, rather than to what was paid of it.
    public boolean isLine() {
        return switch (debit == Account.DUE ? credit : debit) {
            case PRICE, DEPOSIT, COMPENSATION, SUBSIDY, POINTS, OTHER_CREDIT, YEAR_END, SELLER -> true;
            case DUE, PROVIDER, BANK, LENDER, UNMATCHED, REFUNDING, REFUNDED -> false;
        };
    }

    /// The same amount back again.
    Entry reversed(Instant at, String cause) {
        return new Entry(credit, debit, amount, at, cause, source, detail);
    }
}
