package dev.holdfast.launch.news;

import dev.holdfast.launch.OrderId;
import java.time.Instant;

/// One item of news, as it was read.
///
/// @param number of its row, by which the cursor goes on
/// @param facts  what is told, a JSON object
/// @param mailed whether it is a letter of its own, or is told by another letter of the same publication
record Told(Kind kind, OrderId order, long number, String member, String facts, Instant at, boolean mailed) {

    /// Names the row: whoever meets it twice knows that it is the same news.
    String news() {
        return kind.word() + "/" + order + "/" + number;
    }
}
