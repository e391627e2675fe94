package dev.holdfast.web.page;

import dev.holdfast.delivery.balance.Lenders.Loan;
import dev.holdfast.delivery.balance.Payment;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a lender confirmed itself, the latest first, and where it confirms and takes back.
///
/// @param currencies of the launches that there are
/// @param size of a full page
/// @param typed what was typed into the form
/// @param done what was just done: `confirmed` or `withdrawn`; null: nothing
record LenderPage(
        Frame frame,
        List<Loan> loans,
        List<String> currencies,
        int size,
        Typed typed,
        @Nullable String done,
        @Nullable Notice notice) {
    static final String ADDRESS = "/lender";

    LenderPage {
        loans = List.copyOf(loans);
        currencies = List.copyOf(currencies);
    }

    String at(Loan loan) {
        return frame.words().instant(loan.payment().at(), ZoneOffset.UTC);
    }

    /// Whether its word still holds, and whether it holds for good.
    String state(Loan loan) {
        if (loan.payment().state() != Payment.State.TAKEN) {
            return frame.words().say("balance.payment." + loan.payment().state());
        }
        return frame.words().say(loan.binding() ? "lender.binding" : "desk.loan.holds");
    }

    @Nullable
    String next() {
        return loans.size() < size
                ? null
                : ADDRESS + "?before=" + loans.getLast().payment().number();
    }
}
