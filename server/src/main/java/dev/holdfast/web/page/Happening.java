package dev.holdfast.web.page;

import java.time.Instant;

/// One thing that happened to an order, as a row of its file.
///
/// @param kind which part of the file it is from
/// @param who the member, operator, provider or clock behind it; empty where none is known
record Happening(Instant at, Kind kind, String what, String detail, String who) {
    /// In the order in which things of one instant are told: what was done, and then what came of it.
    enum Kind {
        ACT,
        PAYMENT,
        UNMATCHED,
        STATE,
        PROMISE,
        CONSENT,
        COMPENSATION,
        REFUND,
        LEDGER
    }
}
