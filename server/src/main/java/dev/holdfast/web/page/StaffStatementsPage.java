package dev.holdfast.web.page;

import dev.holdfast.delivery.balance.BankLine;
import dev.holdfast.delivery.balance.Refund;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Money that came to the bank and fits no balance exactly, and money that has to be sent back by hand.
///
/// @param told what was just done, in words; null: nothing was
/// @param refused why what was just sent was not done; null: nothing was refused
record StaffStatementsPage(
        Frame frame,
        List<BankLine> lines,
        List<Refund> refunds,
        int size,
        @Nullable String told,
        @Nullable String refused) {
    static final String ADDRESS = "/operator/statements";

    StaffStatementsPage {
        lines = List.copyOf(lines);
        refunds = List.copyOf(refunds);
    }

    /// Why somebody has to look.
    String why(BankLine line) {
        var words = frame.words();
        var reason = words.sayOrQuote("desk.statement.why.", line.reason().isEmpty() ? "waiting" : line.reason());
        var left = line.left();
        return left == null ? reason : reason + " " + words.say("desk.statement.left", words.money(left));
    }

    /// What the form for an order begins with.
    static String order(BankLine line) {
        return line.order() == null ? "" : line.order().toString();
    }

    @Nullable
    Long next() {
        return lines.size() < size ? null : Long.valueOf(lines.getLast().number());
    }
}
