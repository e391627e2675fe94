package dev.holdfast.delivery.balance;

import dev.holdfast.kernel.Money;
import java.time.Instant;

/// Something that was paid of a balance, once.
///
/// @param toldBy the provider, the bank's account, or the lender
/// @param reference what they call it
/// @param signedBy who confirmed it at the lender; empty for other ways
public record Payment(
        long number, Way way, String toldBy, String reference, Money amount, Instant at, String signedBy, State state) {
    public enum Way {
        PROVIDER,
        BANK,
        LENDER
    }

    public enum State {
        TAKEN,
        /// All of it is going back, or went.
        GOING_BACK,
        /// The lender took its word back.
        WITHDRAWN
    }

    Account account() {
        return Account.valueOf(way.name());
    }
}
