package dev.holdfast.bench.load;

import java.util.Map;

/// How a run went, apart from what it acknowledged.
///
/// `orderLatency` and `paymentLatency` cover the opening of an open run; `tailLatency` what came after it.
/// `standstillMs` is the longest time for which the generator itself did nothing: when it is long, the machine was
/// suspended or starved, and the latencies say so rather than anything about the server.
/// `unexpected` counts answers that no well-behaved server gives, by kind and status, with one example each.
public record Outcome(
        long nanos,
        Latencies.Summary latency,
        Latencies.Summary orderLatency,
        Latencies.Summary paymentLatency,
        Latencies.Summary tailLatency,
        long answers,
        long sentAgain,
        long standstillMs,
        Map<String, Unexpected> unexpected) {

    public record Unexpected(int count, String example) {}

    public double seconds() {
        return nanos / 1e9;
    }
}
