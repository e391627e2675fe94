package dev.holdfast.web.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that runs as every clock does, and leaps forward when a test has waited long enough.
final class LeapingClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    void leap(Duration by) {
        ahead = ahead.plus(by);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Nobody asks a clock for another zone.");
    }
}
