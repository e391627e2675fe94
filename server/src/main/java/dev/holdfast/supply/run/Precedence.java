package dev.holdfast.supply.run;

import java.util.function.Supplier;

/// Lets what somebody waits for go first: the odds of a run are looked at minutes later, and step aside while plans are
/// computed or published.
///
/// A publication is followed by its letters, which take about as long again; for that time the odds stay aside too.
final class Precedence {
    private int first;
    private long asideUntil = System.nanoTime();

    /// Does what somebody waits for.
    <T> T first(Supplier<T> work) {
        long began = System.nanoTime();
        synchronized (this) {
            first++;
        }
        try {
            return work.get();
        } finally {
            synchronized (this) {
                first--;
                long now = System.nanoTime();
                asideUntil = Math.max(asideUntil, now + (now - began));
                notifyAll();
            }
        }
    }

    /// Waits as long as anything else goes first.
    synchronized void stepAside() {
        try {
            long left = asideUntil - System.nanoTime();
            while (first > 0 || left > 0) {
                // Not for ever, and at least a millisecond: zero would mean for ever.
                wait(first > 0 ? 1_000 : left / 1_000_000 + 1);
                left = asideUntil - System.nanoTime();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while others went first.", stopped);
        }
    }
}
