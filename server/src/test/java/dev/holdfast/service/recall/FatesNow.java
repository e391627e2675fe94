package dev.holdfast.service.recall;

import org.springframework.context.ApplicationContext;

/// Lets the letters of recalls be followed now rather than within the clock's round.
public final class FatesNow {
    private FatesNow() {}

    public static void follow(ApplicationContext context) {
        context.getBean(LetterFates.class).round();
    }
}
