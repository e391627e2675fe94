package dev.holdfast.delivery.balance;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is left to pay for an order, and how it came to that.
///
/// @param number by which pages of balances go on
/// @param reference to be written on a bank transfer
/// @param pay what payment providers call it
/// @param left never less than nothing: what was paid too much is in `refunds`
/// @param lines what it is made of, the oldest first
/// @param payments what was paid of it
/// @param handedOverAt null: not yet
public record Balance(
        long number,
        OrderId order,
        String member,
        State state,
        String reference,
        OrderId pay,
        Money left,
        List<Line> lines,
        List<Payment> payments,
        List<Refund> refunds,
        Buyer buyer,
        @Nullable Instant settledAt,
        @Nullable Instant handedOverAt) {
    public Balance {
        lines = List.copyOf(lines);
        payments = List.copyOf(payments);
        refunds = List.copyOf(refunds);
    }

    public enum State {
        /// Something is left to pay.
        OPEN,
        SETTLED,
        /// Its order is over; what was paid goes back.
        ENDED
    }

    /// As it is printed: in groups of four.
    public String printed() {
        return RfReference.printed(reference);
    }

    /// What was paid so far and is not going back.
    public Money paid() {
        long sum = payments.stream()
                .filter(payment -> payment.state() == Payment.State.TAKEN)
                .mapToLong(payment -> payment.amount().amount())
                .sum();
        return new Money(sum, left.currency());
    }

    /// One of the amounts that are owed, or that take off what is.
    ///
    /// @param cause in a stable word such as `price`, `deposit`, `points`
    /// @param amount less than nothing where it takes off what is owed
    public record Line(String cause, String source, String detail, Money amount, Instant at) {
        static Line of(Entry entry) {
            return new Line(
                    entry.cause(),
                    entry.source(),
                    entry.detail(),
                    new Money(entry.owed(), entry.amount().currency()),
                    entry.at());
        }
    }
}
