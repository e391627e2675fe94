package dev.holdfast.web;

import dev.holdfast.supply.run.PublishedOdds;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Writes how sure a window is.
final class WindowOddsJson {
    private WindowOddsJson() {}

    static void write(JsonGenerator json, PublishedOdds.@Nullable Odds odds) {
        if (odds == null) {
            json.writeNullProperty("odds");
            return;
        }
        json.writeObjectPropertyStart("odds");
        OrderJson.window(json, "p50", odds.half());
        OrderJson.window(json, "p90", odds.likely());
        json.writeEndObject();
    }
}
