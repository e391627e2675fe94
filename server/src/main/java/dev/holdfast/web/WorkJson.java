package dev.holdfast.web;

import dev.holdfast.service.ticket.Step;
import dev.holdfast.service.warranty.Term;
import dev.holdfast.service.warranty.Warranty;
import dev.holdfast.service.work.Stock;
import dev.holdfast.service.work.WorkLine;
import dev.holdfast.service.work.WorkOrder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Work orders, parts and warranties as the interface tells them.
final class WorkJson {
    private WorkJson() {}

    static void array(JsonGenerator json, List<WorkOrder> orders) {
        json.writeArrayPropertyStart("workOrders");
        for (WorkOrder order : orders) {
            json.writeStartObject();
            write(json, order);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void write(JsonGenerator json, WorkOrder order) {
        json.writeNumberProperty("number", order.number());
        CampaignJson.number(json, "ticket", order.ticket());
        json.writeStringProperty("recall", order.recall());
        json.writeStringProperty("order", order.order().toString());
        json.writeStringProperty("serial", order.serial());
        json.writeStringProperty("place", order.place());
        json.writeStringProperty("state", order.state().name());
        json.writeStringProperty("since", order.since().toString());
        OrderJson.money(json, "due", order.due());
        json.writeNumberProperty("missing", order.missing().size());
        day(json, "partsOn", order.partsOn());
        json.writeArrayPropertyStart("lines");
        for (WorkLine line : order.lines()) {
            json.writeStartObject();
            write(json, line);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("steps");
        for (Step step : order.steps()) {
            json.writeStartObject();
            TicketJson.write(json, step);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, WorkLine line) {
        json.writeNumberProperty("line", line.position());
        json.writeStringProperty("component", line.component());
        json.writeStringProperty("words", line.words());
        json.writeNumberProperty("minutes", line.minutes());
        json.writeStringProperty("part", line.part());
        json.writeNumberProperty("quantity", line.quantity());
        json.writeNumberProperty("amount", line.amount());
        json.writeBooleanProperty("covered", line.covered());
        json.writeStringProperty("term", line.term());
        json.writeStringProperty("reason", line.reason());
        json.writeStringProperty("goodwill", line.goodwillWords());
        json.writeStringProperty("stock", line.stock().name());
    }

    static void parts(JsonGenerator json, List<Stock> parts) {
        json.writeArrayPropertyStart("parts");
        for (Stock part : parts) {
            json.writeStartObject();
            json.writeStringProperty("part", part.part());
            json.writeNumberProperty("received", part.received());
            json.writeNumberProperty("reserved", part.reserved());
            json.writeNumberProperty("used", part.used());
            json.writeNumberProperty("free", part.free());
            json.writeNumberProperty("waiting", part.waiting());
            day(json, "expectedOn", part.expectedOn());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void write(JsonGenerator json, Warranty warranty) {
        json.writeNumberProperty("version", warranty.version());
        json.writeArrayPropertyStart("terms");
        for (Term term : warranty.terms()) {
            json.writeStartObject();
            json.writeStringProperty("term", term.id());
            json.writeStringProperty("component", term.component().isEmpty() ? null : term.component());
            json.writeNumberProperty("months", term.months());
            Integer km = term.maxKm();
            CampaignJson.number(json, "maxKm", km == null ? null : (long) km);
            NetworkDoor.name(json, term.name());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void day(JsonGenerator json, String name, @Nullable LocalDate day) {
        json.writeStringProperty(name, day == null ? null : day.toString());
    }
}
