package dev.holdfast.web;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.supply.run.PlanWish;
import dev.holdfast.supply.run.PlanWish.BandRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A planner's wish as it comes in; what is left out is as usual.
record PlanRequest(
        @Nullable String rule,
        @Nullable Integer weeks,
        @Nullable Integer frozenWeeks,
        @Nullable Integer improvementWeeks,
        @Nullable Integer stableRuns,
        @Nullable Boolean forecast,
        @Nullable Boolean frontier,
        @Nullable List<@Nullable BandRequest> bands,
        @Nullable String atFault,
        @Nullable String note) {

    record BandRequest(
            @Nullable String offer,
            @Nullable String region,
            @Nullable String store,
            @Nullable String band) {}

    PlanWish wish() {
        PlanWish usual = PlanWish.USUAL;
        return new PlanWish(
                Objects.requireNonNullElse(rule, usual.rule()),
                Objects.requireNonNullElse(weeks, usual.weeks()),
                Objects.requireNonNullElse(frozenWeeks, usual.frozenWeeks()),
                Objects.requireNonNullElse(improvementWeeks, usual.improvementWeeks()),
                Objects.requireNonNullElse(stableRuns, usual.stableRuns()),
                Objects.requireNonNullElse(forecast, usual.forecast()),
                Objects.requireNonNullElse(frontier, usual.frontier()),
                bandRules(),
                Objects.requireNonNullElse(atFault, usual.atFault()),
                Objects.requireNonNullElse(note, usual.note()));
    }

    private List<BandRule> bandRules() {
        List<BandRule> rules = new ArrayList<>();
        List<@Nullable BandRequest> asked = bands == null ? List.of() : bands;
        for (int at = 0; at < asked.size(); at++) {
            BandRequest one = asked.get(at);
            if (one == null || one.band == null) {
                Fault missing = new Fault("bands[" + at + "].band", null, "is required");
                throw new Problem(
                        Problem.Kind.INVALID,
                        "invalid_request",
                        "'" + missing.where() + "' " + missing.reason() + ".",
                        List.of(missing));
            }
            rules.add(new BandRule(one.offer, one.region, one.store, one.band));
        }
        return rules;
    }
}
