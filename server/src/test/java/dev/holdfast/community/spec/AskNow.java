package dev.holdfast.community.spec;

import org.springframework.context.ApplicationContext;

/// Lets owners be found and asked now rather than within the clock's round.
public final class AskNow {
    private AskNow() {}

    public static void ask(ApplicationContext context) {
        VerdictClock clock = context.getBean(VerdictClock.class);
        while (clock.look()) {
            // There may be more.
        }
    }
}
