package dev.holdfast.supply;

import org.jspecify.annotations.Nullable;

/// What became of one thing told about supply.
///
/// @param number its event; null when it said what is known and was not written down
public record SupplyTold(@Nullable Long number, Effect effect) {
    public enum Effect {
        /// It holds from now on.
        APPLIED,
        /// It was told before, under the same id; nothing happened again.
        REPEATED,
        /// It was written down, but a later word on the same subject holds.
        LATE,
        /// It says what is known.
        UNCHANGED
    }
}
