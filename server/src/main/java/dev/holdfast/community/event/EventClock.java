package dev.holdfast.community.event;

import dev.holdfast.kernel.Rounds;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Lets events keep their times: one look a second, and at once again while there is more to do.
final class EventClock implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(EventClock.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(4);

    private final Events events;
    private final Rounds rounds;
    /// The last round failed; said once and not every second.
    private boolean failing;

    EventClock(Events events) {
        this.events = events;
        this.rounds = new Rounds("event-clock", STOP_WITHIN, this::round);
    }

    private Duration round() {
        try {
            long done = events.round();
            failing = false;
            return done > 0 ? Duration.ZERO : IDLE;
        } catch (RuntimeException fault) {
            if (!failing) {
                LOG.warn("The events' clock failed; tried again every {}", IDLE, fault);
            }
            failing = true;
            return IDLE;
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
