package dev.holdfast.launch;

/// What became of one report of a payment provider.
public enum Receipt {
    /// The deposit is on its order.
    PLACED,
    /// The money of a pledge is promised, or taken before its campaign is decided; the order stands.
    PLEDGED,
    /// This webhook or this payment took effect before.
    REPEATED,
    /// Noted, without effect on the order: an attempt that failed.
    NOTED,
    /// The order cannot take the money; it goes back.
    RETURNED,
    /// Money that went back has been confirmed.
    REFUNDED,
    /// It fits no order: on the unmatched list.
    UNMATCHED
}
