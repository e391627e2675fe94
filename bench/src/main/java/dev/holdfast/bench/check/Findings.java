package dev.holdfast.bench.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The seven counts of a rehearsal. All must be 0.
public record Findings(
        Finding lostAcknowledged,
        Finding oversold,
        Finding undersold,
        Finding duplicateOrders,
        Finding positionGaps,
        Finding promiseMismatches,
        Finding unmatchedPayments) {

    private static final Finding NOTHING = new Finding(0, List.of());
    public static final Findings NONE = new Findings(NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING);

    /// Compares the acknowledged log of one launch with its book.
    public static Findings of(List<Attempt> attempts, Book book, Terms terms) {
        var line = new LineRules(attempts, book);
        var supply = new SupplyRules(attempts, book, terms);
        var promises = new PromiseRules(attempts, book, terms);
        return new Findings(
                line.lostAcknowledged(),
                supply.oversold(),
                supply.undersold(),
                line.duplicateOrders(),
                line.positionGaps(),
                promises.promiseMismatches(),
                line.unmatchedPayments());
    }

    /// The counts of two launches of one rehearsal together.
    public Findings and(Findings other) {
        return new Findings(
                lostAcknowledged.and(other.lostAcknowledged),
                oversold.and(other.oversold),
                undersold.and(other.undersold),
                duplicateOrders.and(other.duplicateOrders),
                positionGaps.and(other.positionGaps),
                promiseMismatches.and(other.promiseMismatches),
                unmatchedPayments.and(other.unmatchedPayments));
    }

    public boolean clean() {
        return byName().values().stream().allMatch(finding -> finding.count() == 0);
    }

    /// The counts in the order a report shows them.
    public Map<String, Finding> byName() {
        var byName = new LinkedHashMap<String, Finding>();
        byName.put("lostAcknowledged", lostAcknowledged);
        byName.put("oversold", oversold);
        byName.put("undersold", undersold);
        byName.put("duplicateOrders", duplicateOrders);
        byName.put("positionGaps", positionGaps);
        byName.put("promiseMismatches", promiseMismatches);
        byName.put("unmatchedPayments", unmatchedPayments);
        return byName;
    }
}
