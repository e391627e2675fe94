package dev.holdfast;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that stands where a test puts it.
public final class HandClock extends Clock {
    /// A Friday, at the end of a year of 53 weeks.
    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private volatile Instant now;

    public HandClock() {
        this(NOON);
    }

    public HandClock(Instant now) {
        this.now = now;
    }

    public void set(Instant instant) {
        now = instant;
    }

    public void forward(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Instants alone are asked of this clock");
    }
}
