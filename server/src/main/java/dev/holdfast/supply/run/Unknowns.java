package dev.holdfast.supply.run;

import dev.holdfast.supply.LaunchMetrics;
import dev.holdfast.supply.LaunchMetrics.Both;
import dev.holdfast.supply.LaunchMetrics.Reason;
import dev.holdfast.supply.LaunchMetrics.Unknown;
import java.util.ArrayList;
import java.util.List;

/// Says of every metric without a value why it has none: a dash alone would be read as "all is well".
final class Unknowns {
    private final LaunchMetrics metrics;
    private final List<Unknown> unknown = new ArrayList<>();

    private Unknowns(LaunchMetrics metrics) {
        this.metrics = metrics;
    }

    static LaunchMetrics beside(LaunchMetrics metrics) {
        var unknowns = new Unknowns(metrics);
        unknowns.look();
        return new LaunchMetrics(
                metrics.orders(),
                metrics.delivered(),
                metrics.waiting(),
                metrics.onTimeInFull(),
                metrics.windows(),
                metrics.distances(),
                metrics.stability(),
                metrics.order(),
                metrics.runs(),
                metrics.suppliers(),
                metrics.forecast(),
                metrics.mix(),
                unknowns.unknown);
    }

    private void look() {
        boolean nobody = metrics.delivered() == 0;
        boolean noPromise = metrics.orders() == metrics.waiting();
        Reason delivery = nobody ? Reason.NOTHING_DELIVERED : Reason.NOTHING_TO_DIVIDE_BY;
        Reason odds = nobody ? Reason.NOTHING_DELIVERED : Reason.NO_ODDS;
        both("onTimeInFull", metrics.onTimeInFull(), delivery);
        told("windows.original", metrics.windows().original(), delivery, odds);
        told("windows.current", metrics.windows().current(), delivery, odds);
        for (LaunchMetrics.Distance distance : metrics.distances()) {
            one("accuracy." + distance.weeks(), distance.bias(), delivery);
        }
        LaunchMetrics.Stability stability = metrics.stability();
        Reason slip = noPromise ? Reason.NOTHING_PROMISED : Reason.NOTHING_TO_DIVIDE_BY;
        one("stability.revisionsPerOrder", stability.revisionsPerOrder(), Reason.NOTHING_PROMISED);
        one("stability.giniOfSlip", stability.giniOfSlip(), slip);
        one("stability.jainOfSlip", stability.jainOfSlip(), slip);
        one("fairness.kendallTau", metrics.order().kendallTau(), slip);
        supply();
    }

    private void told(String name, LaunchMetrics.Told told, Reason delivery, Reason odds) {
        one(name + ".coverage", told.coverage(), delivery);
        one(name + ".halfCoverage", told.halfCoverage(), odds);
        one(name + ".likelyCoverage", told.likelyCoverage(), odds);
        one(name + ".sharpness", told.sharpness(), Reason.NO_ODDS);
        one(name + ".halfPinball", told.halfPinball(), odds);
        one(name + ".likelyPinball", told.likelyPinball(), odds);
    }

    private void supply() {
        if (metrics.runs().isEmpty()) {
            unknown.add(new Unknown("runs", Reason.NO_RUN));
        }
        if (metrics.suppliers().isEmpty()) {
            unknown.add(new Unknown("suppliers", Reason.NOTHING_DUE));
        }
        LaunchMetrics.Forecasts forecast = metrics.forecast();
        boolean isNone = Double.isNaN(forecast.bias().original())
                && Double.isNaN(forecast.bias().current());
        Reason reason = isNone ? Reason.NOTHING_FORECAST : Reason.NOTHING_TO_DIVIDE_BY;
        both("forecast.bias", forecast.bias(), reason);
        both("forecast.wape", forecast.wape(), reason);
        both("forecast.trackingSignal", forecast.trackingSignal(), reason);
        both("forecast.mase", forecast.mase(), reason);
        both("mix", metrics.mix(), metrics.runs().isEmpty() ? Reason.NO_RUN : Reason.NOTHING_TO_DIVIDE_BY);
    }

    private void both(String name, Both both, Reason reason) {
        one(name + ".original", both.original(), reason);
        one(name + ".current", both.current(), reason);
    }

    private void one(String name, double value, Reason reason) {
        if (!Double.isFinite(value)) {
            unknown.add(new Unknown(name, reason));
        }
    }
}
