package dev.holdfast.web;

import dev.holdfast.service.ticket.Finding;
import dev.holdfast.service.ticket.OwnedUnit;
import dev.holdfast.service.ticket.Step;
import dev.holdfast.service.ticket.Subject;
import dev.holdfast.service.ticket.Ticket;
import dev.holdfast.service.ticket.TicketHistory;
import dev.holdfast.service.ticket.TicketPhoto;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Tickets as the interface tells them. Owners see which of the staff did what; staff see no member.
final class TicketJson {
    private TicketJson() {}

    static void write(JsonGenerator json, TicketHistory history, Instant now) {
        write(json, history.ticket(), now);
        json.writeArrayPropertyStart("steps");
        for (Step step : history.steps()) {
            json.writeStartObject();
            write(json, step);
            json.writeStringProperty("place", step.place());
            json.writeEndObject();
        }
        json.writeEndArray();
        photos(json, history.photos());
    }

    private static void photos(JsonGenerator json, List<TicketPhoto> photos) {
        json.writeArrayPropertyStart("photos");
        for (TicketPhoto photo : photos) {
            json.writeStartObject();
            json.writeStringProperty("id", photo.id().toString());
            json.writeStringProperty("at", photo.at().toString());
            json.writeStringProperty("type", photo.type());
            json.writeNumberProperty("bytes", photo.bytes());
            json.writeStringProperty("checksum", photo.checksum());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void write(JsonGenerator json, Step step) {
        json.writeNumberProperty("number", step.number());
        json.writeStringProperty("at", step.at().toString());
        json.writeStringProperty("step", step.step());
        json.writeStringProperty("by", step.side().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("actor", step.side() == Step.Side.STAFF ? step.actor() : null);
        json.writeStringProperty("words", step.words());
    }

    static void array(JsonGenerator json, List<Ticket> tickets, Instant now) {
        json.writeArrayPropertyStart("tickets");
        for (Ticket ticket : tickets) {
            json.writeStartObject();
            write(json, ticket, now);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Ticket ticket, Instant now) {
        json.writeNumberProperty("number", ticket.number());
        json.writeStringProperty("order", ticket.order().toString());
        json.writeStringProperty("serial", ticket.serial());
        json.writeStringProperty("configuration", ticket.configuration());
        json.writeStringProperty("place", ticket.place());
        json.writeStringProperty("subject", ticket.subject());
        json.writeStringProperty("state", ticket.state().name());
        json.writeStringProperty("openedAt", ticket.openedAt().toString());
        json.writeStringProperty("answerDue", ticket.answerDue().toString());
        OrderJson.instant(json, "answeredAt", ticket.answeredAt());
        json.writeBooleanProperty("overdue", ticket.overdue(now));
        json.writeStringProperty("since", ticket.since().toString());
        json.writeStringProperty("component", ticket.component());
        json.writeStringProperty("symptom", ticket.symptom());
        json.writeStringProperty("lot", ticket.lot());
        Integer rating = ticket.rating();
        if (rating == null) {
            json.writeNullProperty("rating");
        } else {
            json.writeNumberProperty("rating", rating);
        }
    }

    static void unit(JsonGenerator json, @Nullable OwnedUnit unit) {
        if (unit == null) {
            json.writeNullProperty("unit");
            return;
        }
        json.writeObjectPropertyStart("unit");
        json.writeStringProperty("launch", unit.launch());
        json.writeStringProperty("serial", unit.serial());
        json.writeStringProperty("configuration", unit.configuration());
        json.writeStringProperty("deliveredAt", unit.deliveredAt().toString());
        json.writeStringProperty("warrantyFrom", unit.warrantyFrom().toString());
        json.writeEndObject();
    }

    static void subjects(JsonGenerator json, List<Subject> subjects) {
        json.writeArrayPropertyStart("subjects");
        for (Subject subject : subjects) {
            json.writeStartObject();
            json.writeStringProperty("subject", subject.id());
            NetworkDoor.name(json, subject.name());
            json.writeNumberProperty("answerHours", subject.answerHours());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void workshops(JsonGenerator json, Map<String, Map<String, String>> places) {
        json.writeArrayPropertyStart("workshops");
        places.forEach((place, name) -> {
            json.writeStartObject();
            json.writeStringProperty("place", place);
            NetworkDoor.name(json, name);
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    static void findings(JsonGenerator json, List<Finding> findings) {
        json.writeArrayPropertyStart("findings");
        for (Finding finding : findings) {
            json.writeStartObject();
            json.writeNumberProperty("number", finding.number());
            json.writeNumberProperty("ticket", finding.ticket());
            json.writeStringProperty("at", finding.at().toString());
            json.writeStringProperty("serial", finding.serial());
            json.writeStringProperty("configuration", finding.configuration());
            json.writeStringProperty("place", finding.place());
            json.writeStringProperty("subject", finding.subject());
            json.writeStringProperty("component", finding.component());
            json.writeStringProperty("symptom", finding.symptom());
            json.writeStringProperty("lot", finding.lot());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
