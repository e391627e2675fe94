package dev.holdfast.delivery.handover;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/// What a tablet may say. A refusal is for good: the same thing sent again would be refused again.
final class Judging {
    static final int MAX_TEXT = 500;
    static final int MAX_STROKES = 20_000;
    static final int MAX_SUBJECT = 64;

    /// A tablet's clock may go ahead of ours, and it may have been without a connection for a while.
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final Duration BEHIND = Duration.ofDays(30);

    /// Moves and lines, as the path of a drawing has them: nothing else can be in it.
    private static final Pattern STROKES = Pattern.compile("[ML0-9., ]+");

    private Judging() {}

    /// @return why it is refused, in a stable word; empty: it is not
    static String fault(Said said, Instant now) {
        if (said.at().isAfter(now.plus(AHEAD)) || said.at().isBefore(now.minus(BEHIND))) {
            return "bad_time";
        }
        if (said.subject().length() > MAX_SUBJECT) {
            return "too_long";
        }
        return switch (said.kind()) {
            case POINT -> said.subject().isBlank() || said.good() == null ? "incomplete" : text(said);
            case DOCUMENT -> said.subject().isBlank() ? "incomplete" : text(said);
            case NOTE -> said.text().isBlank() ? "incomplete" : text(said);
            case DONE -> text(said);
            case SIGNATURE -> strokes(said);
        };
    }

    private static String text(Said said) {
        return said.text().length() > MAX_TEXT ? "too_long" : "";
    }

    private static String strokes(Said said) {
        if (said.text().length() > MAX_STROKES) {
            return "too_long";
        }
        return STROKES.matcher(said.text()).matches() ? "" : "incomplete";
    }
}
