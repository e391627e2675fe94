package dev.holdfast.web;

import dev.holdfast.supply.LaunchOdds;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// The odds of a launch; a week beyond the horizon is null.
final class OddsJson {
    private OddsJson() {}

    static void write(JsonGenerator json, LaunchOdds odds) {
        json.writeStringProperty("start", odds.start().toString());
        json.writeNumberProperty("event", odds.event());
        json.writeNumberProperty("seed", odds.seed());
        json.writeNumberProperty("scenarios", odds.scenarios());
        json.writeNumberProperty("block", odds.block());
        LaunchOdds.Coverage coverage = odds.coverage();
        if (coverage == null) {
            json.writeNullProperty("coverage");
        } else {
            json.writeObjectPropertyStart("coverage");
            json.writeNumberProperty("cases", coverage.cases());
            MetricsJson.number(json, "share", coverage.share());
            MetricsJson.number(json, "weeks", coverage.weeks());
            json.writeEndObject();
        }
        json.writeArrayPropertyStart("windows");
        for (LaunchOdds.Window window : odds.windows()) {
            json.writeStartObject();
            json.writeStringProperty("offer", window.offer());
            json.writeStringProperty("week", window.week().toString());
            json.writeNumberProperty("orders", window.orders());
            day(json, "p50", window.half());
            day(json, "p90", window.likely());
            day(json, "from", window.from());
            day(json, "to", window.to());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("suppliers");
        for (LaunchOdds.Supplier supplier : odds.suppliers()) {
            json.writeStartObject();
            json.writeStringProperty("supplier", supplier.supplier());
            json.writeNumberProperty("commitments", supplier.commitments());
            MetricsJson.number(json, "clip", supplier.clip());
            weeks(json, "medianWeeksLate", supplier.medianLate());
            weeks(json, "ninthDecileWeeksLate", supplier.ninthDecileLate());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void day(JsonGenerator json, String name, @Nullable LocalDate day) {
        if (day == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, day.toString());
        }
    }

    private static void weeks(JsonGenerator json, String name, @Nullable Integer weeks) {
        if (weeks == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, weeks);
        }
    }
}
