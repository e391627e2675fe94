package dev.holdfast.launch;

import java.util.List;

/// What happened in a line since it was asked last, in the order in which it happened.
///
/// @param more whether there is more to be asked for at once
public record Happenings(List<Happening> happenings, boolean more) {
    public Happenings {
        happenings = List.copyOf(happenings);
    }
}
