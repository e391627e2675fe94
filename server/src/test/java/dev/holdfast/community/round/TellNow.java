package dev.holdfast.community.round;

import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Lets members be told of rules now rather than within the clock's round.
public final class TellNow {
    private TellNow() {}

    /// Waits for the clock where it was faster: what it has under way is seen once it is done.
    public static void tell(ApplicationContext context) {
        RuleClock clock = context.getBean(RuleClock.class);
        JdbcClient database = context.getBean(JdbcClient.class);
        do {
            while (clock.tell()) {
                // Until every order is told.
            }
            LockSupport.parkNanos(1_000_000);
        } while (database.sql("select exists (select from community.launch_rule where not done)")
                .query(Boolean.class)
                .single());
    }
}
