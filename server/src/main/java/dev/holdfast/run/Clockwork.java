package dev.holdfast.run;

import dev.holdfast.kernel.Rounds;
import java.util.List;
import java.util.concurrent.Executors;
import org.springframework.context.SmartLifecycle;

/// Lets every module's [Rounds] run. They are the last to start, once the server serves at the address that letters
/// link to and providers report to, and the first to stop.
final class Clockwork implements SmartLifecycle {
    private final List<Rounds> all;
    private volatile boolean running;

    Clockwork(List<Rounds> all) {
        this.all = all;
    }

    @Override
    public void start() {
        all.forEach(Rounds::start);
        running = true;
    }

    /// All at once: one that is cut off keeps the others from nothing.
    @Override
    public void stop() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            all.forEach(rounds -> threads.execute(rounds::stop));
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
