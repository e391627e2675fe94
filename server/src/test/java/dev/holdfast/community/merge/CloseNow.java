package dev.holdfast.community.merge;

import org.springframework.context.ApplicationContext;

/// Lets merges go on now rather than within the clock's round.
public final class CloseNow {
    private CloseNow() {}

    public static void close(ApplicationContext context) {
        MergeClock clock = context.getBean(MergeClock.class);
        while (clock.work()) {
            // One act of each kind at a time.
        }
    }
}
