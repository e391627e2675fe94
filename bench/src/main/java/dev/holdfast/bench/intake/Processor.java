package dev.holdfast.bench.intake;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The processes of a peer: what processor time they used, with everything they started that still runs, and their end.
final class Processor {
    private static final long MAX_STOP_SECONDS = 10;

    private Processor() {}

    static Duration time(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /// Asks it to go, and waits a little before it is made to.
    static void end(Process process) {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, MAX_STOP_SECONDS, TimeUnit.SECONDS)
                .join();
        if (process.isAlive()) {
            process.destroyForcibly().onExit().join();
        }
    }
}
