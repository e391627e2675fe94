package dev.holdfast.bench.check;

import java.util.List;

/// What the book says about the money of one launch: every transfer between accounts, every payment it took.
public record Money(List<Transfer> transfers, List<Payment> payments) {
    /// One amount on its way from one account to another, for one order.
    public record Transfer(String order, String debit, String credit, long amount) {}

    /// One payment that took effect.
    public record Payment(String payment, String order, long amount) {}

    public Money {
        transfers = List.copyOf(transfers);
        payments = List.copyOf(payments);
    }
}
