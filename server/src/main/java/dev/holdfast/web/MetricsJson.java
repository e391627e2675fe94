package dev.holdfast.web;

import dev.holdfast.supply.LaunchMetrics;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/// The figures of a launch; what nobody can be asked for yet is null.
final class MetricsJson {
    private MetricsJson() {}

    static void write(JsonGenerator json, LaunchMetrics metrics) {
        json.writeNumberProperty("orders", metrics.orders());
        json.writeNumberProperty("delivered", metrics.delivered());
        json.writeNumberProperty("waiting", metrics.waiting());
        both(json, "onTimeInFull", metrics.onTimeInFull());
        json.writeObjectPropertyStart("windows");
        told(json, "original", metrics.windows().original());
        told(json, "current", metrics.windows().current());
        json.writeEndObject();
        json.writeArrayPropertyStart("accuracy");
        for (LaunchMetrics.Distance distance : metrics.distances()) {
            json.writeStartObject();
            json.writeNumberProperty("weeksBefore", distance.weeks());
            number(json, "meanAbsoluteError", distance.meanAbsoluteError());
            number(json, "bias", distance.bias());
            json.writeEndObject();
        }
        json.writeEndArray();
        LaunchMetrics.Stability stability = metrics.stability();
        json.writeObjectPropertyStart("stability");
        number(json, "revisionsPerOrder", stability.revisionsPerOrder());
        number(json, "flipFlop", stability.flipFlop());
        json.writeNumberProperty("maxSlipWeeks", stability.maxSlipWeeks());
        number(json, "giniOfSlip", stability.giniOfSlip());
        number(json, "jainOfSlip", stability.jainOfSlip());
        json.writeEndObject();
        json.writeObjectPropertyStart("fairness");
        json.writeNumberProperty("overtakes", metrics.order().overtakes());
        number(json, "kendallTau", metrics.order().kendallTau());
        json.writeEndObject();
        json.writeArrayPropertyStart("runs");
        metrics.runs().forEach(run -> run(json, run));
        json.writeEndArray();
        supply(json, metrics);
        json.writeArrayPropertyStart("unknown");
        for (LaunchMetrics.Unknown unknown : metrics.unknown()) {
            json.writeStartObject();
            json.writeStringProperty("metric", unknown.metric());
            json.writeStringProperty("reason", unknown.reason().name().toLowerCase(Locale.ROOT));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void supply(JsonGenerator json, LaunchMetrics metrics) {
        json.writeArrayPropertyStart("suppliers");
        for (LaunchMetrics.Supplier supplier : metrics.suppliers()) {
            json.writeStartObject();
            json.writeStringProperty("supplier", supplier.supplier());
            both(json, "clip", supplier.clip());
            both(json, "curveAdherence", supplier.curveAdherence());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectPropertyStart("forecast");
        both(json, "bias", metrics.forecast().bias());
        both(json, "wape", metrics.forecast().wape());
        both(json, "trackingSignal", metrics.forecast().trackingSignal());
        both(json, "mase", metrics.forecast().mase());
        json.writeEndObject();
        both(json, "mix", metrics.mix());
    }

    private static void told(JsonGenerator json, String name, LaunchMetrics.Told told) {
        json.writeObjectPropertyStart(name);
        number(json, "coverage", told.coverage());
        number(json, "halfCoverage", told.halfCoverage());
        number(json, "likelyCoverage", told.likelyCoverage());
        number(json, "sharpness", told.sharpness());
        number(json, "halfPinball", told.halfPinball());
        number(json, "likelyPinball", told.likelyPinball());
        json.writeEndObject();
    }

    private static void run(JsonGenerator json, LaunchMetrics.Run run) {
        LaunchMetrics.Judged judged = run.judged();
        json.writeStartObject();
        json.writeNumberProperty("run", run.run());
        json.writeNumberProperty("open", run.open());
        both(json, "churn", run.churn());
        both(json, "nervousness", run.nervousness());
        both(json, "instability", judged.instability());
        json.writeNumberProperty("frozenViolations", judged.frozenViolations());
        json.writeNumberProperty("overtakes", judged.overtakes());
        json.writeNumberProperty("envy", judged.envy());
        json.writeNumberProperty("latenessWeeks", judged.latenessWeeks());
        number(json, "bound", judged.bound());
        number(json, "priceOfFairness", judged.priceOfFairness());
        json.writeEndObject();
    }

    private static void both(JsonGenerator json, String name, LaunchMetrics.Both both) {
        json.writeObjectPropertyStart(name);
        number(json, "original", both.original());
        number(json, "current", both.current());
        json.writeEndObject();
    }

    static void number(JsonGenerator json, String name, double value) {
        if (Double.isFinite(value)) {
            json.writeNumberProperty(name, Math.round(value * 1e6) / 1e6);
        } else {
            json.writeNullProperty(name);
        }
    }
}
