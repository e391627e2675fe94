package dev.holdfast.delivery.balance;

import dev.holdfast.delivery.balance.BankFile.Came;
import dev.holdfast.kernel.Money;
import dev.holdfast.kernel.Problem;
import dev.holdfast.supply.MasterRows;
import dev.holdfast.supply.RowReading;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A statement as a plain table: for banks whose own format somebody turns into one.
final class BankCsv {
    private BankCsv() {}

    /// @throws Problem INVALID with every fault (the first 100)
    static BankFile read(byte[] bytes) {
        RowReading reading = new RowReading(
                "statement",
                "account,date,amount,currency,text",
                "reference,payer,payerAccount",
                new MasterRows.Csv(bytes));
        List<Came> lines = new ArrayList<>();
        reading.each(row -> {
            if (lines.size() == BankFile.MAX_LINES) {
                row.refuse("account", "is one line too many: there may be " + BankFile.MAX_LINES);
            }
            LocalDate date = date(row);
            Money amount = money(row);
            if (row.isGood() && amount.amount() > 0) {
                lines.add(new Came(
                        row.name("account"),
                        row.text("reference"),
                        date,
                        amount,
                        row.text("payer"),
                        row.text("payerAccount"),
                        row.text("text")));
            }
        });
        if (reading.isFaulty()) {
            throw new Problem(Problem.Kind.INVALID, "invalid_statement", reading.detail(), reading.faults());
        }
        return new BankFile(lines);
    }

    private static LocalDate date(RowReading.Given row) {
        try {
            return LocalDate.parse(row.text("date"));
        } catch (DateTimeException unreadable) {
            row.refuse("date", "must be a date such as 2027-03-01");
            return LocalDate.EPOCH;
        }
    }

    private static Money money(RowReading.Given row) {
        try {
            return BankFile.money(row.text("amount"), row.text("currency"));
        } catch (IllegalArgumentException | ArithmeticException | IllegalStateException unreadable) {
            row.refuse("amount", "must be an amount of its currency such as 1234.50");
            return new Money(0, "NIL");
        }
    }
}
