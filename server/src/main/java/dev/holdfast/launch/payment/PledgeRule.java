package dev.holdfast.launch.payment;

import java.time.Duration;

/// What a provider can do for money that may never be taken, as data.
public sealed interface PledgeRule {

    /// It promises the money and takes it later, or gives it up.
    ///
    /// @param lives  how long a promise holds; a short estimate costs a renewal, a long one the pledge
    /// @param renewedLives  the same for one that replaced another while the fan was away
    /// @param actBefore  its end, so that there is time for another attempt
    record Authorise(Duration lives, Duration renewedLives, Duration actBefore, AtEnd atEnd) implements PledgeRule {}

    /// It knows no promises: what is pledged is charged at once, and given back when the campaign fails.
    record ChargeAndRefund() implements PledgeRule {}

    /// What happens to a promise that would die before the campaign is decided.
    enum AtEnd {
        /// Another takes its place, and the first is given up.
        RENEW,
        /// It is charged, and given back when the campaign fails.
        CHARGE
    }
}
