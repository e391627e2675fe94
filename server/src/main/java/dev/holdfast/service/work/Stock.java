package dev.holdfast.service.work;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A part at a place.
///
/// @param waiting wanted by work orders that have none yet
/// @param expectedOn when more come; null: nobody knows
public record Stock(
        String place,
        String part,
        int received,
        int reserved,
        int used,
        int waiting,
        @Nullable LocalDate expectedOn) {
    public int free() {
        return received - reserved - used;
    }
}
