package dev.holdfast.delivery.balance;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.OrderId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Money that came to the bank, and what became of it.
///
/// @param reason why somebody has to look, in a stable word such as `under`, `over`, `doubled`, `unknown`
/// @param order whose balance it is on, or would be by its reference; null: nobody knows
/// @param left what is left to pay for that order
/// @param reference by which the payer finds what was sent back; null: it was not
public record BankLine(
        long number,
        String account,
        String bankReference,
        LocalDate bookedOn,
        Money amount,
        String payer,
        String payerAccount,
        String text,
        State state,
        String reason,
        @Nullable OrderId order,
        @Nullable Money left,
        @Nullable String reference) {
    public enum State {
        /// Kept, and not looked at yet.
        WAITING,
        BOOKED,
        /// An operator has to look.
        LOOK,
        ASSIGNED,
        RETURNED
    }
}
