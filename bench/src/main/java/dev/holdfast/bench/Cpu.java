package dev.holdfast.bench;

import dev.holdfast.bench.server.ServerProcess;
import java.time.Duration;
import java.util.List;

/// Processor time by who used it. Unlike a rate it hardly depends on what else the machine does, so it tells
/// what bounds the rate.
public record Cpu(Duration generator, Duration server, Duration postgres) {
    /// The same in microseconds for each paid order, as a report shows it.
    public record PerOrder(double generator, double server, double postgres) {}

    public static Cpu now(List<ServerProcess> servers) {
        return new Cpu(
                ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO),
                sum(servers.stream().map(ServerProcess::cpu).toList()),
                sum(servers.stream().map(ServerProcess::cpuOfDatabase).toList()));
    }

    private static Duration sum(List<Duration> durations) {
        return durations.stream().reduce(Duration.ZERO, Duration::plus);
    }

    public PerOrder perOrderSince(Cpu before, int orders) {
        return new PerOrder(
                micros(before.generator, generator, orders),
                micros(before.server, server, orders),
                micros(before.postgres, postgres, orders));
    }

    private static double micros(Duration before, Duration after, int orders) {
        return Math.round(after.minus(before).toNanos() / 100.0 / Math.max(1, orders)) / 10.0;
    }
}
