package dev.holdfast.web.page;

import dev.holdfast.delivery.balance.Lenders.Loan;
import dev.holdfast.delivery.balance.Payment;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What lenders confirmed, the latest first, and where an operator takes one back for a lender that has no access.
///
/// @param lender whose alone; empty: those of all
/// @param size of a full page
/// @param done whether one was just taken back
record StaffLendersPage(
        Frame frame,
        List<Loan> loans,
        String lender,
        int size,
        boolean done,
        @Nullable Notice notice) {
    static final String ADDRESS = "/operator/lenders";

    StaffLendersPage {
        loans = List.copyOf(loans);
    }

    static String of(String lender) {
        return ADDRESS + "?lender=" + URLEncoder.encode(lender, StandardCharsets.UTF_8);
    }

    String at(Loan loan) {
        return frame.words().instant(loan.payment().at(), ZoneOffset.UTC);
    }

    /// Whether its word still holds, and whether it holds for good.
    String state(Loan loan) {
        if (loan.payment().state() != Payment.State.TAKEN) {
            return frame.words().say("balance.payment." + loan.payment().state());
        }
        return frame.words().say(loan.binding() ? "desk.loan.binding" : "desk.loan.holds");
    }

    @Nullable
    String next() {
        if (loans.size() < size) {
            return null;
        }
        var before = "before=" + loans.getLast().payment().number();
        return lender.isEmpty() ? ADDRESS + "?" + before : of(lender) + "&" + before;
    }
}
