package dev.holdfast.delivery.slot;

import dev.holdfast.kernel.Rounds;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Lets slots keep their times: a look every few seconds, and at once again while there is more to do.
final class SlotClock implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SlotClock.class);
    private static final Duration IDLE = Duration.ofSeconds(3);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(4);

    private final SlotRound slots;
    private final Rounds rounds;
    /// The last round failed; said once and not every time.
    private boolean failing;

    SlotClock(SlotRound slots) {
        this.slots = slots;
        this.rounds = new Rounds("slot-clock", STOP_WITHIN, this::round);
    }

    private Duration round() {
        try {
            int done = slots.round();
            failing = false;
            return done >= Arrivals.MAX ? Duration.ZERO : IDLE;
        } catch (RuntimeException fault) {
            if (!failing) {
                LOG.warn("The clock of slots failed; tried again every {}", IDLE, fault);
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
