package dev.holdfast.bench;

import com.google.errorprone.annotations.FormatMethod;
import dev.holdfast.bench.load.Acknowledged;
import dev.holdfast.bench.load.Progress;
import java.io.PrintStream;
import java.util.Locale;

/// Tells the person at the terminal how far the rehearsal is: one line that rewrites itself, or, where the output
/// is kept, a line every few seconds.
final class Console {
    private static final long KEPT_LINE_EVERY = 5_000_000_000L;

    private final PrintStream out;
    private final boolean rewrites;

    Console(PrintStream out, boolean rewrites) {
        this.out = out;
        this.rewrites = rewrites;
    }

    @FormatMethod
    void say(String text, Object... values) {
        out.println((rewrites ? "\r\033[K" : "") + String.format(Locale.ROOT, text, values));
    }

    /// Shows how far one round of so many attempts has come.
    Progress progress(String round, int attempts) {
        return new Progress() {
            private long shownAt;
            private int shownPaid;

            @Override
            public void show(long nanos, Acknowledged log) {
                if (!rewrites && nanos - shownAt < KEPT_LINE_EVERY) {
                    return;
                }
                double rate = (log.paid() - shownPaid) * 1e9 / Math.max(1, nanos - shownAt);
                shownAt = nanos;
                shownPaid = log.paid();
                String line = String.format(
                        Locale.ROOT,
                        "%s: %,d of %,d ordered, %,d paid, %,d sold out, %,.0f paid/s, %.0f s",
                        round,
                        log.orders(),
                        attempts,
                        log.paid(),
                        log.refused(),
                        rate,
                        nanos / 1e9);
                if (rewrites) {
                    out.print("\r\033[K" + line);
                    out.flush();
                } else {
                    out.println(line);
                }
            }
        };
    }
}
