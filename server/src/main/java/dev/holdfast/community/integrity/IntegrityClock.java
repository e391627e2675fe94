package dev.holdfast.community.integrity;

import dev.holdfast.kernel.Rounds;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Lets votes be examined, and what was seen of devices and networks be forgotten in time.
final class IntegrityClock implements SmartLifecycle {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(4);
    private static final Logger LOG = LoggerFactory.getLogger(IntegrityClock.class);

    private final Examiner examiner;
    private final Rounds rounds = new Rounds("integrity-clock", STOP_WITHIN, this::round);

    IntegrityClock(Examiner examiner) {
        this.examiner = examiner;
    }

    private Duration round() {
        try {
            return examiner.examine() || examiner.forget() > 0 ? Duration.ZERO : EVERY;
        } catch (RuntimeException fault) {
            LOG.warn("Votes were not examined; tried again in {}", EVERY, fault);
            return EVERY;
        }
    }

    @Override
    public void start() {
        rounds.start();
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }
}
