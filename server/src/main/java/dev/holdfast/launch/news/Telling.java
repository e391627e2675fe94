package dev.holdfast.launch.news;

import dev.holdfast.kernel.Rounds;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Runs a piece of work again and again from the start of the server to its end: at once while there is something to
/// do, else once a second. It is the last to start, once the address that letters link to is known.
final class Telling implements SmartLifecycle {
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(4);
    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

    private final String name;
    private final LongSupplier work;
    private final Rounds rounds;
    /// The last round failed; said once and not every second.
    private boolean failing;

    /// @param work one round; how much it did
    Telling(String name, LongSupplier work) {
        this.name = name;
        this.work = work;
        this.rounds = new Rounds(name, STOP_WITHIN, () -> round() > 0 ? Duration.ZERO : IDLE);
    }

    @Override
    public void start() {
        rounds.start();
    }

    private long round() {
        try {
            long done = work.getAsLong();
            failing = false;
            return done;
        } catch (RuntimeException fault) {
            if (!failing) {
                LOG.warn("The work of '{}' failed; tried again every {}", name, IDLE, fault);
            }
            failing = true;
            return 0;
        }
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
