package dev.holdfast.launch.settlement;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that is owed for a broken promise and was not settled yet.
///
/// @param number names it among all that is owed to anybody
/// @param rule of the launch, or `deposit_doubled`
/// @param weeks how late the promise was then
/// @param setOff it goes off the balance; else it is paid by hand
/// @param balance what the member still has to pay, less what was set off before
/// @param since from when on it was owed
/// @param planRun the published plan run that broke the promise; null: no plan did
public record Owed(
        OrderId order,
        long number,
        String member,
        String offer,
        OrderState state,
        String rule,
        int weeks,
        Money amount,
        boolean setOff,
        Money balance,
        Instant since,
        @Nullable Integer planRun) {

    /// Whether it can go off the balance: it is meant to, and there is enough of one.
    public boolean fitsBalance() {
        return setOff && amount.amount() <= balance.amount();
    }
}
