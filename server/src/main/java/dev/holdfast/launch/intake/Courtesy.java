package dev.holdfast.launch.intake;

import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Leaves the machine to those who order: whoever writes much that may wait a moment, piece by piece, rests after each
/// piece while orders and payments come in, on whatever instance.
///
/// A plan published beside a rush takes some three times as long by it, and the rush hardly feels it.
public final class Courtesy {
    private static final String TAKEN = "select coalesce(sum(positions + payments), 0) from launch.line";

    /// Orders and payments a second from which on it is a rush.
    private static final double RUSH = 100;

    /// Rest for each second of work, so that two who write take half of one core.
    private static final int REST = 3;

    private static final long MAX_REST_NS = TimeUnit.SECONDS.toNanos(5);

    private final JdbcClient jdbc;
    private long taken;
    private long lookedAt;

    public Courtesy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// To be called before the first piece, and without a transaction.
    public synchronized void begin() {
        taken = taken();
        lookedAt = System.nanoTime();
    }

    /// To be called after each piece, and without a transaction.
    ///
    /// @param began when the piece was begun, as `System.nanoTime()` tells it
    public void rest(long began) {
        long worked = System.nanoTime() - began;
        if (isRush()) {
            stepAside(Math.min(MAX_REST_NS, REST * worked));
        }
    }

    private synchronized void stepAside(long nanos) {
        long until = System.nanoTime() + nanos;
        try {
            for (long left = nanos; left > 0; left = until - System.nanoTime()) {
                // At least a millisecond: zero would mean for ever.
                wait(TimeUnit.NANOSECONDS.toMillis(left) + 1);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while orders went first.", stopped);
        }
    }

    private synchronized boolean isRush() {
        long now = taken();
        long at = System.nanoTime();
        double perSecond = (now - taken) * 1e9 / Math.max(1, at - lookedAt);
        taken = now;
        lookedAt = at;
        return perSecond >= RUSH;
    }

    private long taken() {
        return jdbc.sql(TAKEN).query(Long.class).single();
    }
}
