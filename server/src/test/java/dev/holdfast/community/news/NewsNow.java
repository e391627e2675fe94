package dev.holdfast.community.news;

import org.springframework.context.ApplicationContext;

/// Lets members be told what became of wishes now rather than within the clock's round.
public final class NewsNow {
    private NewsNow() {}

    public static void tell(ApplicationContext context) {
        NewsClock clock = context.getBean(NewsClock.class);
        while (clock.tell()) {
            // Until everybody is told.
        }
    }
}
