package dev.holdfast.web;

import dev.holdfast.delivery.handover.Checklist;
import dev.holdfast.delivery.handover.HandOver;
import dev.holdfast.delivery.handover.HandOver.Answer;
import dev.holdfast.delivery.handover.HandOverDesk;
import dev.holdfast.delivery.handover.Photo;
import dev.holdfast.delivery.handover.Point;
import dev.holdfast.delivery.handover.Verdict;
import java.util.Collection;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/// Hand-overs as the interface tells them.
final class HandOverJson {
    private HandOverJson() {}

    static void write(JsonGenerator json, Checklist checklist) {
        json.writeNumberProperty("version", checklist.version());
        json.writeArrayPropertyStart("points");
        for (Point point : checklist.points()) {
            json.writeStartObject();
            json.writeStringProperty("point", point.id());
            json.writeStringProperty("nameEn", point.name().get("en"));
            json.writeStringProperty("nameZh", point.name().get("zh"));
            json.writeBooleanProperty("needed", point.needed());
            json.writeBooleanProperty("photo", point.photo());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void write(JsonGenerator json, HandOverDesk.Told told) {
        json.writeBooleanProperty("delivered", told.delivered());
        json.writeBooleanProperty("quarantined", told.quarantined());
        json.writeArrayPropertyStart("said");
        for (Verdict verdict : told.verdicts()) {
            json.writeStartObject();
            json.writeStringProperty("id", verdict.id().toString());
            json.writeStringProperty("outcome", verdict.outcome().name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("reason", verdict.reason().isEmpty() ? null : verdict.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void write(JsonGenerator json, HandOver handOver) {
        json.writeStringProperty("order", handOver.order().toString());
        json.writeStringProperty("serial", handOver.serial());
        json.writeStringProperty("place", handOver.place());
        json.writeObjectPropertyStart("checklist");
        write(json, handOver.checklist());
        json.writeEndObject();
        answers(json, "answers", handOver.answers().values());
        answers(json, "documents", handOver.documents().values());
        answers(json, "notes", handOver.notes());
        Answer signature = handOver.signature();
        if (signature == null) {
            json.writeNullProperty("signature");
        } else {
            json.writeName("signature");
            write(json, signature);
        }
        json.writeArrayPropertyStart("photos");
        for (Photo photo : handOver.photos()) {
            json.writeStartObject();
            write(json, photo);
            json.writeEndObject();
        }
        json.writeEndArray();
        OrderJson.instant(json, "doneAt", handOver.doneAt());
        OrderJson.instant(json, "confirmedAt", handOver.confirmedAt());
        OrderJson.instant(json, "deliveredAt", handOver.deliveredAt());
        json.writeStringProperty(
                "warrantyFrom",
                handOver.warrantyFrom() == null ? null : handOver.warrantyFrom().toString());
        json.writeArrayPropertyStart("missing");
        handOver.missing().forEach(json::writeString);
        json.writeEndArray();
    }

    private static void answers(JsonGenerator json, String name, Collection<Answer> answers) {
        json.writeArrayPropertyStart(name);
        answers.forEach(answer -> write(json, answer));
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Answer answer) {
        json.writeStartObject();
        json.writeStringProperty("subject", answer.subject());
        if (answer.good() == null) {
            json.writeNullProperty("good");
        } else {
            json.writeBooleanProperty("good", answer.good());
        }
        json.writeStringProperty("text", answer.text());
        json.writeStringProperty("at", answer.at().toString());
        json.writeStringProperty("actor", answer.actor());
        json.writeEndObject();
    }

    static void write(JsonGenerator json, Photo photo) {
        json.writeStringProperty("id", photo.id().toString());
        json.writeStringProperty("point", photo.point());
        json.writeStringProperty("type", photo.type());
        json.writeStringProperty("at", photo.at().toString());
        json.writeStringProperty("actor", photo.actor());
    }
}
