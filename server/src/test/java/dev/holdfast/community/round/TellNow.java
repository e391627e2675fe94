package dev.holdfast.community.round;

import org.springframework.context.ApplicationContext;

/// Lets members be told of rules now rather than within the clock's round.
public final class TellNow {
    private TellNow() {}

    public static void tell(ApplicationContext context) {
        RuleClock clock = context.getBean(RuleClock.class);
        while (clock.tell()) {
            // Until every order is told.
        }
    }
}
