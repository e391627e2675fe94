package dev.holdfast.launch.draw;

import java.time.Instant;

/// What happened to a place after the draw.
///
/// @param up a reserve got a place; else somebody left: a holder whose place is free now, or a reserve
/// @param hash whose
public record PlaceMove(Instant at, boolean up, String hash) {
    static final String UP = "up";
    static final String LEFT = "left";

    String line() {
        return at + " " + (up ? UP : LEFT) + " " + hash;
    }
}
