package dev.holdfast.web;

import dev.holdfast.delivery.kept.Figure;
import dev.holdfast.delivery.kept.KeptPromises;
import dev.holdfast.delivery.kept.Outcome;
import dev.holdfast.delivery.kept.Publication;
import dev.holdfast.kernel.Wilson;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Kept promises as the interface tells them.
final class KeptJson {
    private KeptJson() {}

    static void write(JsonGenerator json, String slug, Publication publication) {
        json.writeStringProperty("launch", slug);
        json.writeNumberProperty("number", publication.number());
        json.writeStringProperty("rule", publication.rule());
        json.writeStringProperty("until", publication.until().toString());
        json.writeNumberProperty("orders", publication.orders());
        json.writeStringProperty("checksum", publication.checksum());
        json.writeNumberProperty("bytes", publication.bytes());
        json.writeStringProperty("publishedAt", publication.publishedAt().toString());
        json.writeStringProperty("file", "/api/v1/launches/" + slug + "/kept/" + publication.number() + "/orders");
    }

    static void write(JsonGenerator json, List<Figure> figures) {
        json.writeArrayPropertyStart("figures");
        for (Figure figure : figures) {
            json.writeStartObject();
            write(json, figure);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Figure figure) {
        json.writeStringProperty("by", WishJson.word(figure.by()));
        json.writeStringProperty("name", figure.name());
        json.writeStringProperty("promise", WishJson.word(figure.promise()));
        json.writeNumberProperty("orders", figure.orders());
        json.writeNumberProperty("due", figure.due());
        json.writeNumberProperty("kept", figure.kept());
        share(json, "onTimeInFull", figure.onTimeInFull(), figure.onTimeInterval());
        json.writeNumberProperty("delivered", figure.delivered());
        json.writeNumberProperty("inside", figure.inside());
        share(json, "coverage", figure.coverage(), figure.coverageInterval());
        json.writeNumberProperty("withdrawn", figure.withdrawn());
        json.writeNumberProperty("gaveUp", figure.gaveUp());
        json.writeNumberProperty("left", figure.left());
        json.writeNumberProperty("handedOver", figure.handedOver());
        CampaignJson.number(json, "medianWeeks", figure.medianWeeks() == null ? null : (long) figure.medianWeeks());
    }

    private static void share(JsonGenerator json, String name, @Nullable Double share, @Nullable Wilson interval) {
        if (share == null || interval == null) {
            json.writeNullProperty(name);
        } else {
            json.writeObjectPropertyStart(name);
            json.writeNumberProperty("share", share);
            json.writeNumberProperty("low", interval.low());
            json.writeNumberProperty("high", interval.high());
            json.writeEndObject();
        }
    }

    static void write(JsonGenerator json, KeptPromises.Own own) {
        json.writeStringProperty("order", own.name().toString());
        Outcome outcome = own.outcome();
        json.writeBooleanProperty("told", outcome != null);
        if (outcome != null) {
            json.writeStringProperty("first", outcome.first().toString());
            json.writeStringProperty("current", outcome.last().toString());
            json.writeStringProperty("ending", WishJson.word(outcome.ending()));
            json.writeStringProperty(
                    "ended", outcome.ended() == null ? null : outcome.ended().toString());
            json.writeBooleanProperty("full", outcome.inFull());
        }
    }
}
