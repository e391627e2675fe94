package dev.holdfast.web;

import dev.holdfast.delivery.unit.Standing;
import dev.holdfast.delivery.unit.Traced;
import dev.holdfast.delivery.unit.Unit;
import dev.holdfast.delivery.unit.UnitHistory;
import dev.holdfast.launch.Order;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Units as the interface tells them.
final class UnitJson {
    private UnitJson() {}

    static void write(JsonGenerator json, Unit unit) {
        json.writeStringProperty("serial", unit.serial());
        json.writeStringProperty("configuration", unit.configuration());
        json.writeStringProperty("region", unit.region());
        json.writeStringProperty("state", unit.state().word());
        json.writeStringProperty("at", unit.at().toString());
        json.writeStringProperty(
                "order", unit.order() == null ? null : unit.order().toString());
    }

    /// @param limit fewer are the last page
    static void page(JsonGenerator json, List<Unit> page, int limit) {
        json.writeArrayPropertyStart("units");
        for (Unit unit : page) {
            json.writeStartObject();
            write(json, unit);
            json.writeEndObject();
        }
        json.writeEndArray();
        next(json, page.size() < limit ? 0 : page.getLast().number());
    }

    static void write(JsonGenerator json, UnitHistory history) {
        write(json, history.unit());
        steps(json, history);
        json.writeArrayPropertyStart("givings");
        for (UnitHistory.Giving giving : history.givings()) {
            json.writeStartObject();
            json.writeStringProperty("order", giving.order().toString());
            json.writeBooleanProperty("given", giving.given());
            json.writeStringProperty("at", giving.at().toString());
            json.writeStringProperty("cause", giving.cause());
            json.writeStringProperty("actor", giving.actor());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("lots");
        history.lots().forEach(json::writeString);
        json.writeEndArray();
    }

    private static void steps(JsonGenerator json, UnitHistory history) {
        json.writeArrayPropertyStart("steps");
        for (UnitHistory.Step step : history.steps()) {
            json.writeStartObject();
            json.writeStringProperty("state", step.state().word());
            json.writeStringProperty("at", step.at().toString());
            json.writeStringProperty("place", step.place());
            json.writeStringProperty("cause", step.cause());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// Neither lots nor who told it: what a fan sees of their own.
    static void own(JsonGenerator json, Order order, @Nullable UnitHistory unit, @Nullable Standing standing) {
        json.writeStringProperty("order", order.id().toString());
        json.writeStringProperty("state", order.state().name());
        if (unit == null) {
            json.writeNullProperty("unit");
        } else {
            json.writeObjectPropertyStart("unit");
            json.writeStringProperty("serial", unit.unit().serial());
            json.writeStringProperty("configuration", unit.unit().configuration());
            json.writeStringProperty("region", unit.unit().region());
            json.writeStringProperty("state", unit.unit().state().word());
            json.writeStringProperty("at", unit.unit().at().toString());
            steps(json, unit);
            json.writeEndObject();
        }
        json.writeNumberProperty("entered", order.entered());
        if (standing == null) {
            json.writeNullProperty("standing");
        } else {
            json.writeName("standing");
            write(json, standing);
        }
    }

    static void write(JsonGenerator json, Traced traced) {
        json.writeStartObject();
        json.writeStringProperty("serial", traced.serial());
        json.writeStringProperty("configuration", traced.configuration());
        json.writeStringProperty("state", traced.state().word());
        json.writeStringProperty(
                "order", traced.order() == null ? null : traced.order().toString());
        json.writeStringProperty("member", traced.member());
        json.writeEndObject();
    }

    static void write(JsonGenerator json, Standing standing) {
        json.writeStartObject();
        json.writeStringProperty("configuration", standing.configuration());
        json.writeStringProperty("region", standing.region());
        json.writeStringProperty("at", standing.at().toString());
        json.writeNumberProperty("held", standing.held());
        json.writeNumberProperty("waiting", standing.waiting());
        json.writeNumberProperty("postponed", standing.postponed());
        json.writeNumberProperty("free", standing.free());
        json.writeNumberProperty("lastHeld", standing.lastHeld());
        json.writeNumberProperty("firstWaiting", standing.firstWaiting());
        json.writeEndObject();
    }

    /// @param number 0: this was the last page
    static void next(JsonGenerator json, long number) {
        if (number == 0) {
            json.writeNullProperty("next");
        } else {
            json.writeNumberProperty("next", number);
        }
    }
}
