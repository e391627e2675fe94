package dev.holdfast.web;

import dev.holdfast.supply.LaunchMetrics;
import tools.jackson.core.JsonGenerator;

/// The figures of a launch; what nobody can be asked for yet is null.
final class MetricsJson {
    private MetricsJson() {}

    static void write(JsonGenerator json, LaunchMetrics metrics) {
        json.writeNumberProperty("orders", metrics.orders());
        json.writeNumberProperty("delivered", metrics.delivered());
        json.writeNumberProperty("waiting", metrics.waiting());
        json.writeObjectPropertyStart("onTimeInFull");
        number(json, "original", metrics.onTimeInFull().original());
        number(json, "current", metrics.onTimeInFull().current());
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
        for (LaunchMetrics.Run run : metrics.runs()) {
            json.writeStartObject();
            json.writeNumberProperty("run", run.run());
            json.writeNumberProperty("open", run.open());
            number(json, "churn", run.churn());
            number(json, "nervousness", run.nervousness());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void number(JsonGenerator json, String name, double value) {
        if (Double.isFinite(value)) {
            json.writeNumberProperty(name, Math.round(value * 1e6) / 1e6);
        } else {
            json.writeNullProperty(name);
        }
    }
}
