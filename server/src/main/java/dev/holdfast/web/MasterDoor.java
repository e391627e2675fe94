package dev.holdfast.web;

import dev.holdfast.supply.MasterCopy;
import dev.holdfast.supply.MasterData;
import dev.holdfast.supply.MasterRows;
import dev.holdfast.supply.MasterUploaded;
import dev.holdfast.supply.MasterVersion;
import dev.holdfast.supply.SupplyEvent;
import dev.holdfast.supply.SupplyTold;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// What planners tell of supply and see of what was told: files of master data, and events.
final class MasterDoor {
    private static final String CSV = "text/csv";
    private static final int PAGE = 100;

    private final MasterData data;
    private final Doorkeeper doorkeeper;

    MasterDoor(MasterData data, Doorkeeper doorkeeper) {
        this.data = data;
        this.doorkeeper = doorkeeper;
    }

    void put(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.PLANNER, Asking.OPERATOR);
        byte[] body = exchange.body(MasterData.MAX_FILE_BYTES);
        MasterRows rows = isCsv(exchange.header("Content-Type")) ? new MasterRows.Csv(body) : RowsJson.array(body);
        MasterUploaded uploaded =
                data.put(exchange.name(0), exchange.name(1), rows, exchange.parameter("source"), asking.member());
        exchange.json(200, Json.object(json -> {
            members(json, uploaded.version());
            json.writeBooleanProperty("changed", uploaded.changed());
            json.writeArrayPropertyStart("notes");
            uploaded.notes().forEach(json::writeString);
            json.writeEndArray();
        }));
    }

    void look(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.PLANNER, Asking.OPERATOR);
        Integer version = exchange.parameter("version") == null
                ? null
                : Integer.valueOf((int) exchange.number("version", 0, 1, Integer.MAX_VALUE));
        MasterCopy copy = data.look(exchange.name(0), exchange.name(1), version);
        exchange.response().setHeader("ETag", "\"" + copy.version().version() + "\"");
        exchange.response().setHeader("Vary", "Accept");
        if (isCsv(exchange.header("Accept"))) {
            exchange.text(200, CSV + ";charset=UTF-8", copy.csv());
        } else {
            exchange.json(200, RowsJson.write(copy));
        }
    }

    void versions(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.PLANNER, Asking.OPERATOR);
        int limit = (int) exchange.number("limit", PAGE, 1, MasterData.MAX_PAGE);
        List<MasterVersion> versions = data.versions(exchange.name(0), limit);
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("versions");
            for (MasterVersion version : versions) {
                json.writeStartObject();
                members(json, version);
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    void tell(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.PLANNER, Asking.OPERATOR);
        byte[] body = exchange.body(MasterData.MAX_FILE_BYTES);
        boolean isCsv = isCsv(exchange.header("Content-Type"));
        RowsJson.Message message =
                isCsv ? new RowsJson.Message(new MasterRows.Csv(body), null) : RowsJson.message(body);
        String source = message.source() == null ? exchange.parameter("source") : message.source();
        List<SupplyTold> told = data.tell(exchange.name(0), message.rows(), source, asking.member());
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("told");
            for (SupplyTold one : told) {
                json.writeStartObject();
                number(json, "number", one.number());
                json.writeStringProperty("effect", one.effect().name().toLowerCase(Locale.ROOT));
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    void events(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.PLANNER, Asking.OPERATOR);
        long after = exchange.number("after", 0, 0, Long.MAX_VALUE);
        int limit = (int) exchange.number("limit", PAGE, 1, MasterData.MAX_PAGE);
        List<SupplyEvent> page = data.events(exchange.name(0), after, limit);
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("events");
            page.forEach(event -> write(json, event));
            json.writeEndArray();
            number(
                    json,
                    "next",
                    page.size() < limit ? null : Long.valueOf(page.getLast().number()));
        }));
    }

    private static void members(JsonGenerator json, MasterVersion version) {
        json.writeStringProperty("file", version.file());
        json.writeNumberProperty("version", version.version());
        json.writeNumberProperty("event", version.event());
        json.writeStringProperty("at", version.at().toString());
        json.writeStringProperty("actor", version.actor());
        json.writeStringProperty("source", version.source());
        json.writeNumberProperty("rows", version.rows());
    }

    /// What an event of its kind does not have is left out.
    private static void write(JsonGenerator json, SupplyEvent event) {
        json.writeStartObject();
        json.writeNumberProperty("number", event.number());
        json.writeStringProperty("at", event.at().toString());
        json.writeStringProperty("actor", event.actor());
        json.writeStringProperty("source", event.source());
        json.writeStringProperty("id", event.id());
        json.writeStringProperty("occurredAt", event.occurredAt().toString());
        json.writeNumberProperty("sequence", event.sequence());
        json.writeStringProperty("type", event.kind());
        json.writeStringProperty("subject", event.subject());
        json.writeBooleanProperty("effective", event.effective());
        some(json, "version", event.version());
        some(json, "component", event.component());
        some(json, "supplier", event.supplier());
        some(json, "lot", event.lot());
        some(json, "quantity", event.quantity());
        some(json, "quarantined", event.quarantined());
        some(json, "week", event.week());
        some(json, "status", event.status());
        json.writeEndObject();
    }

    private static void some(JsonGenerator json, String name, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Integer number -> json.writeNumberProperty(name, number);
            case Long number -> json.writeNumberProperty(name, number);
            default -> json.writeStringProperty(name, value.toString());
        }
    }

    private static void number(JsonGenerator json, String name, @Nullable Long number) {
        if (number == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, number);
        }
    }

    static boolean isCsv(@Nullable String type) {
        return type != null && type.toLowerCase(Locale.ROOT).contains(CSV);
    }
}
