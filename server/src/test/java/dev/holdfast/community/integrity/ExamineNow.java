package dev.holdfast.community.integrity;

import java.time.Instant;
import org.springframework.context.ApplicationContext;

/// Lets votes be examined now rather than within the clock's round.
public final class ExamineNow {
    private ExamineNow() {}

    public static void examine(ApplicationContext context) {
        Examiner examiner = context.getBean(Examiner.class);
        while (examiner.examine(Instant.parse("2100-01-01T00:00:00Z"))) {
            // One page at a time.
        }
    }
}
