package dev.holdfast.community.answer;

import org.springframework.context.ApplicationContext;

/// Lets overdue promises be noticed now rather than within the clock's round.
public final class PromisesNow {
    private PromisesNow() {}

    public static void look(ApplicationContext context) {
        PromiseClock clock = context.getBean(PromiseClock.class);
        while (clock.look()) {
            // Until none is left.
        }
    }
}
