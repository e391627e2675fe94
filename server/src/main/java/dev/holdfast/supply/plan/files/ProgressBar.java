package dev.holdfast.supply.plan.files;

import java.io.PrintWriter;

/// One line on a terminal that says how far the plan is; silent where nobody watches.
final class ProgressBar {
    private static final int WIDTH = 30;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean isWatched;
    private final int steps;
    private int done;

    ProgressBar(PrintWriter out, boolean isWatched, int steps) {
        this.out = out;
        this.isWatched = isWatched;
        this.steps = steps;
    }

    /// A new step begins; the one before is done.
    void step(String name) {
        if (isWatched) {
            int filled = Math.min(WIDTH, done * WIDTH / steps);
            out.print(CLEAR_LINE + "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + name);
            out.flush();
        }
        done++;
    }

    void end() {
        if (isWatched) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }
}
