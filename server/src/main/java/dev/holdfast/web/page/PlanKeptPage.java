package dev.holdfast.web.page;

import dev.holdfast.supply.LaunchMetrics;
import dev.holdfast.supply.LaunchMetrics.Both;
import java.util.List;
import java.util.Locale;

/// How promises were kept, how calm they were and how fair: always against the first promise as well as the current.
record PlanKeptPage(PlanFrame plan, LaunchMetrics metrics) {

    /// Against the first and the current word.
    String shares(Both both) {
        return plan.share(both.original()) + " / " + plan.share(both.current());
    }

    String decimals(Both both) {
        return plan.decimal(both.original()) + " / " + plan.decimal(both.current());
    }

    /// Why there are dashes on this page, each reason once.
    List<String> reasons() {
        return metrics.unknown().stream()
                .map(LaunchMetrics.Unknown::reason)
                .distinct()
                .sorted()
                .map(reason ->
                        plan.words().say("plan.kept.unknown." + reason.name().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
