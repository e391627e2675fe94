package dev.holdfast.launch.intake;

import java.time.Instant;

/// The counters of a line as its row holds them; the meaning of each is in [LineState].
record LineRow(
        long sequence,
        long positions,
        long entries,
        long payments,
        Instant lastAt,
        Instant lastPayBefore,
        long sweptPosition,
        long sweptPayment) {}
