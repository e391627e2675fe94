package dev.holdfast.community.news;

import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Lets members be told what became of wishes now rather than within the clock's round.
public final class NewsNow {
    private NewsNow() {}

    /// Waits for the clock where it was faster: what it has under way is seen once it is done.
    public static void tell(ApplicationContext context) {
        NewsClock clock = context.getBean(NewsClock.class);
        JdbcClient database = context.getBean(JdbcClient.class);
        do {
            while (clock.tell()) {
                // Until everybody is told.
            }
            LockSupport.parkNanos(1_000_000);
        } while (database.sql("select exists (select from community.wish_news where not done)")
                .query(Boolean.class)
                .single());
    }
}
