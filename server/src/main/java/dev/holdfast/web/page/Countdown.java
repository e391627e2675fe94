package dev.holdfast.web.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// An instant that people wait for, on the server's clock: the browser's own may be minutes off.
record Countdown(Instant until, Instant now, ZoneId zone, Words words) {
    String left() {
        return words.countdown(Duration.between(now, until));
    }

    String at() {
        return words.instant(until, zone);
    }

    long untilMs() {
        return until.toEpochMilli();
    }

    long nowMs() {
        return now.toEpochMilli();
    }
}
