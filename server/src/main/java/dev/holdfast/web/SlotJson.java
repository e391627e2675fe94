package dev.holdfast.web;

import dev.holdfast.delivery.slot.Appointment;
import dev.holdfast.delivery.slot.Backlog;
import dev.holdfast.delivery.slot.Booked;
import dev.holdfast.delivery.slot.Choice;
import dev.holdfast.delivery.slot.Slot;
import dev.holdfast.delivery.slot.SlotDesk;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Slots as the interface tells them.
final class SlotJson {
    private SlotJson() {}

    /// What an owner sees: not how many others there are in a slot, only how many places are left.
    static void write(JsonGenerator json, Choice choice) {
        json.writeStringProperty("order", choice.appointment().order().toString());
        chosen(json, choice);
    }

    /// The same of a visit, which is no order.
    static void chosen(JsonGenerator json, Choice choice) {
        Appointment appointment = choice.appointment();
        json.writeStringProperty("state", appointment.state().name());
        OrderJson.instant(json, "heldUntil", appointment.heldUntil());
        json.writeNumberProperty("missed", appointment.missed());
        json.writeBooleanProperty("turn", choice.turn());
        json.writeNumberProperty("ahead", choice.ahead());
        json.writeNumberProperty("free", choice.free());
        own(json, choice.slot());
        open(json, choice.open());
    }

    static void own(JsonGenerator json, @Nullable Slot slot) {
        if (slot == null) {
            json.writeNullProperty("slot");
        } else {
            json.writeObjectPropertyStart("slot");
            when(json, slot);
            json.writeEndObject();
        }
    }

    static void open(JsonGenerator json, List<Slot> open) {
        json.writeArrayPropertyStart("open");
        for (Slot slot : open) {
            json.writeStartObject();
            when(json, slot);
            json.writeNumberProperty("free", slot.free());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void when(JsonGenerator json, Slot slot) {
        json.writeNumberProperty("slot", slot.number());
        json.writeStringProperty("place", slot.place());
        json.writeStringProperty("bay", slot.bay().word());
        json.writeStringProperty("from", slot.from().toString());
        json.writeStringProperty("to", slot.to().toString());
    }

    static void write(JsonGenerator json, SlotDesk.Day day) {
        json.writeStringProperty("place", day.place());
        json.writeStringProperty("day", day.day().toString());
        json.writeStringProperty("timeZone", day.zone().getId());
        json.writeArrayPropertyStart("slots");
        for (Slot slot : day.slots()) {
            json.writeStartObject();
            when(json, slot);
            json.writeNumberProperty("capacity", slot.capacity());
            json.writeNumberProperty("taken", slot.taken());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("booked");
        for (Booked booked : day.booked()) {
            json.writeStartObject();
            json.writeStringProperty("order", booked.order().toString());
            json.writeNumberProperty("slot", booked.slot());
            json.writeStringProperty("state", booked.state().name());
            json.writeStringProperty("serial", booked.serial());
            json.writeStringProperty("configuration", booked.configuration());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void write(JsonGenerator json, List<Backlog> backlog) {
        json.writeArrayPropertyStart("waiting");
        for (Backlog one : backlog) {
            json.writeStartObject();
            json.writeStringProperty("order", one.order().toString());
            json.writeStringProperty("serial", one.serial());
            json.writeStringProperty("priorityAt", one.priorityAt().toString());
            OrderJson.instant(json, "invitedAt", one.invitedAt());
            json.writeNumberProperty("missed", one.missed());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
