package dev.holdfast.bench.load;

import java.util.Arrays;

/// Every latency of a run, kept whole in microseconds, so that its percentiles are exact.
public final class Latencies {
    private int[] micros = new int[1 << 12];
    private int count;

    /// Three percentiles in milliseconds, and how many answers they stand on.
    public record Summary(int answers, double p50, double p99, double max) {}

    public void add(long nanos) {
        if (count == micros.length) {
            micros = Arrays.copyOf(micros, count * 2);
        }
        micros[count++] = (int) Math.min(Integer.MAX_VALUE, nanos / 1_000);
    }

    public void addAll(Latencies others) {
        if (count + others.count > micros.length) {
            micros = Arrays.copyOf(micros, Math.max(micros.length * 2, count + others.count));
        }
        System.arraycopy(others.micros, 0, micros, count, others.count);
        count += others.count;
    }

    public Summary summary() {
        if (count == 0) {
            return new Summary(0, 0, 0, 0);
        }
        int[] sorted = Arrays.copyOf(micros, count);
        Arrays.sort(sorted);
        return new Summary(count, atShare(sorted, 0.50), atShare(sorted, 0.99), sorted[count - 1] / 1e3);
    }

    /// The smallest latency that at least this share of all answers did not exceed.
    private static double atShare(int[] sorted, double share) {
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(0, index)] / 1e3;
    }
}
