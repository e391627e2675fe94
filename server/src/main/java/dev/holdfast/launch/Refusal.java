package dev.holdfast.launch;

import dev.holdfast.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Why a fan's act was not carried out. Nothing was changed, and the same act may succeed later.
public sealed interface Refusal {
    record UnknownLaunch(String slug) implements Refusal {}

    record UnknownOrder(String id) implements Refusal {}

    record KeyReused(String key) implements Refusal {}

    /// @param opensAt null when the launch is over
    record NotOpen(@Nullable Instant opensAt) implements Refusal {}

    /// An operator holds new orders back for a while; what was ordered goes on.
    record Paused() implements Refusal {}

    /// The launch has a waiting room, and what was shown does not let in.
    record NotCalled(Shown pass) implements Refusal {}

    record UnknownOffer(String offer) implements Refusal {}

    record UnknownRegion(String region) implements Refusal {}

    record TermsNotAccepted(String currentVersion, @Nullable String accepted) implements Refusal {}

    /// @param held one of the live orders that fill the limit
    /// @param group launches that count together; null: the limit is of this launch alone
    record LimitReached(int limit, OrderId held, @Nullable String group) implements Refusal {}

    /// The launch takes orders only of members who proved that they can be reached there.
    record ContactNotVerified(EntryRules.Verified contact) implements Refusal {}

    /// @param planned false: nothing of the launch is planned yet, so nobody has a unit
    record SoldOut(String offer, boolean planned) implements Refusal {}

    /// An early tier's units or time are gone. Nobody is charged more without being told: the fan may ask for the next.
    ///
    /// @param next the offer it turned into and what that costs; null: there is none
    record TierGone(
            String tier, @Nullable String next, @Nullable Money price) implements Refusal {}

    record UnknownAddOn(String addOn) implements Refusal {}

    /// @param left units that are still to be had
    record AddOnGone(String addOn, long left) implements Refusal {}

    /// A pledge stands while its campaign is decided and its money taken; what it is for cannot be changed.
    record PledgeBinding(String act) implements Refusal {}

    /// No question about a later window is open, or its time is over.
    record NothingAsked() implements Refusal {}

    record WrongState(OrderState state, String act) implements Refusal {}

    /// An operator looks at the order first; its place, its window and its deposit stay as they are.
    record UnderReview() implements Refusal {}

    /// The order is not under review, or this step of it was taken, or its time is over.
    record NothingToReview(String act) implements Refusal {}

    /// A locked order's deposit is forfeited on cancelling; the fan has to say so.
    record ConfirmForfeit(Money deposit) implements Refusal {}
}
