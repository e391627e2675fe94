package dev.holdfast.bench;

import dev.holdfast.bench.check.Finding;
import dev.holdfast.bench.check.Findings;
import dev.holdfast.bench.load.Latencies;
import dev.holdfast.bench.load.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Everything a rehearsal found, as it is written to a file.
///
/// The rate comes from the saturated round, the latencies from the round at `latencyAtOrdersPerSecond`; the seven
/// counts cover every round. `paidPerSecondByTenth` shows whether the rate stayed flat as the book grew.
record Report(
        Instant at,
        Settings settings,
        boolean warm,
        int ordersAcknowledged,
        int ordersPaid,
        int ordersSoldOut,
        double seconds,
        double paidOrdersPerSecond,
        List<Double> paidPerSecondByTenth,
        Cpu.@Nullable PerOrder cpuMicrosPerPaidOrder,
        Latencies.Summary latencyMs,
        Latencies.Summary orderLatencyMs,
        Latencies.Summary paymentLatencyMs,
        Latencies.Summary tailLatencyMs,
        double latencyAtOrdersPerSecond,
        long generatorStandstillMs,
        Map<String, Long> counts,
        Map<String, Finding> findings,
        Map<String, Outcome.Unexpected> unexpected,
        long serverPeakMemoryMiB,
        Machine machine,
        @Nullable Limit limit,
        @Nullable Double ratioToLimit) {

    /// What PostgreSQL alone does with the product's own statements and nothing in front of it.
    record Limit(double paidOrdersPerSecond) {}

    static Map<String, Long> counts(Findings findings) {
        var counts = new LinkedHashMap<String, Long>();
        findings.byName().forEach((name, finding) -> counts.put(name, finding.count()));
        return counts;
    }

    boolean clean() {
        return counts.values().stream().allMatch(count -> count == 0);
    }

    /// Writes the report with the seven counts at its top level, where scripts look for them.
    void write(Path file) throws IOException {
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        ObjectNode tree = mapper.valueToTree(this);
        tree.remove("counts");
        counts.forEach(tree::put);
        Files.writeString(file, mapper.writeValueAsString(tree) + "\n");
    }
}
