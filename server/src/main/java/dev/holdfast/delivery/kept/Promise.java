package dev.holdfast.delivery.kept;

import java.time.LocalDate;

/// Which of an order's promises is held against what happened: either alone can be made to look good.
public enum Promise {
    FIRST,
    CURRENT;

    LocalDate of(Outcome outcome) {
        return this == FIRST ? outcome.first() : outcome.last();
    }
}
