package dev.holdfast.web;

import dev.holdfast.community.event.Applicant;
import dev.holdfast.community.event.DutyStanding;
import dev.holdfast.community.event.EventDefinition;
import dev.holdfast.community.event.EventView;
import dev.holdfast.community.event.OwnPlace;
import dev.holdfast.community.event.Pause;
import dev.holdfast.community.event.PlaceState;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/// Writes events.
final class EventJson {
    private EventJson() {}

    static void event(JsonGenerator json, EventView view) {
        EventDefinition event = view.definition();
        json.writeStringProperty("slug", view.slug());
        json.writeStringProperty("state", view.state().name());
        json.writePOJOProperty("name", event.name());
        json.writePOJOProperty("text", event.text());
        json.writeNumberProperty("places", event.places());
        json.writePOJOProperty("cities", event.cities());
        json.writePOJOProperty("quotas", event.quotas());
        OrderJson.instant(json, "opensAt", event.opensAt());
        OrderJson.instant(json, "closesAt", event.closesAt());
        json.writeStringProperty("figure", event.figure());
        OrderJson.instant(json, "figureAt", event.figureAt());
        json.writeStringProperty("confirmWithin", LaunchJson.duration(event.confirmWithin()));
        OrderJson.instant(json, "startsAt", event.startsAt());
        OrderJson.instant(json, "releaseAt", event.releaseAt());
        OrderJson.instant(json, "endsAt", event.endsAt());
        json.writeStringProperty("timeZone", event.timeZone().getId());
        json.writeArrayPropertyStart("duties");
        event.duties().forEach(duty -> {
            json.writeStartObject();
            duty(json, duty);
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeNumberProperty("warningDays", event.warningDays());
        json.writeNumberProperty("holidayDays", event.holidayDays());
        json.writeNumberProperty("applicants", view.applicants());
        json.writeObjectPropertyStart("standing");
        for (Map.Entry<PlaceState, Integer> one : view.standing().entrySet()) {
            json.writeNumberProperty(one.getKey().name(), one.getValue());
        }
        json.writeEndObject();
        json.writeStringProperty("commitment", view.commitment());
        draw(json, view);
    }

    private static void draw(JsonGenerator json, EventView view) {
        var statement = view.statement();
        if (statement == null) {
            json.writeNullProperty("draw");
            return;
        }
        json.writeObjectPropertyStart("draw");
        json.writeNumberProperty("tickets", statement.tickets());
        json.writeStringProperty("root", statement.root());
        OrderJson.instant(json, "frozenAt", statement.frozenAt());
        var revealed = statement.revealed();
        json.writeStringProperty("figure", revealed == null ? null : revealed.figure());
        json.writeStringProperty("seed", revealed == null ? null : revealed.seed());
        json.writeEndObject();
    }

    private static void duty(JsonGenerator json, EventDefinition.Duty duty) {
        json.writeStringProperty("id", duty.id());
        json.writePOJOProperty("name", duty.name());
        json.writeStringProperty("from", duty.from().toString());
        json.writeNumberProperty("days", duty.days());
    }

    static void place(JsonGenerator json, OwnPlace own) {
        applicant(json, own.applicant());
        json.writeNumberProperty("ahead", own.ahead());
        json.writeArrayPropertyStart("duties");
        own.duties().forEach(standing -> standing(json, standing));
        json.writeEndArray();
        pauses(json, own.pauses());
    }

    static void pauses(JsonGenerator json, List<Pause> pauses) {
        json.writeArrayPropertyStart("pauses");
        for (Pause pause : pauses) {
            json.writeStartObject();
            json.writeBooleanProperty("own", pause.own());
            json.writeStringProperty("from", pause.from().toString());
            json.writeStringProperty("to", pause.to().toString());
            json.writeStringProperty("said", pause.said());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void applicant(JsonGenerator json, Applicant applicant) {
        json.writeStringProperty("member", applicant.member());
        json.writeStringProperty("ticket", applicant.ticket());
        json.writeStringProperty("hash", applicant.hash());
        json.writeStringProperty("city", applicant.city());
        json.writeArrayPropertyStart("quotas");
        for (int quota = 0; quota < Integer.SIZE; quota++) {
            if (((applicant.fits() >>> quota) & 1) == 1) {
                json.writeNumber(quota + 1);
            }
        }
        json.writeEndArray();
        json.writeStringProperty("state", applicant.state().name());
        Integer drawn = applicant.drawn();
        if (drawn == null) {
            json.writeNullProperty("drawn");
        } else {
            json.writeNumberProperty("drawn", drawn);
        }
        OrderJson.instant(json, "since", applicant.since());
        OrderJson.instant(json, "until", applicant.until());
        OrderJson.instant(json, "attendedAt", applicant.attendedAt());
    }

    private static void standing(JsonGenerator json, DutyStanding standing) {
        json.writeStartObject();
        duty(json, standing.duty());
        json.writeStringProperty("due", standing.due().toString());
        OrderJson.instant(json, "doneAt", standing.doneAt());
        json.writeStringProperty("said", standing.said());
        DutyStanding.Warning warning = standing.warning();
        if (warning == null) {
            json.writeNullProperty("warning");
        } else {
            json.writeObjectPropertyStart("warning");
            json.writeStringProperty("reason", warning.reason());
            OrderJson.instant(json, "at", warning.at());
            json.writeStringProperty("runsUntil", warning.runsUntil().toString());
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
