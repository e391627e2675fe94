package dev.holdfast.web;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.supply.MasterCopy;
import dev.holdfast.supply.MasterRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Rows of a table as JSON: an array of objects whose members are texts, numbers, truths or nothing.
final class RowsJson {
    private static final Set<String> NUMBERS =
            Set.of("quantity", "leadTimeWeeks", "deliveryWeeks", "buffer", "capacity", "onHand", "quarantined");

    private RowsJson() {}

    /// @param source where the news is from; null when the message does not say
    record Message(MasterRows rows, @Nullable String source) {}

    /// A table as it is sent: CSV if it says so, else an array of JSON.
    static MasterRows of(Exchange exchange, int maxBytes) throws IOException {
        byte[] body = exchange.body(maxBytes);
        return MasterDoor.isCsv(exchange.header("Content-Type")) ? new MasterRows.Csv(body) : array(body);
    }

    static MasterRows array(byte[] body) {
        return rows(Json.read(body, JsonNode.class), "");
    }

    /// `{"source": "...", "events": [...]}`
    static Message message(byte[] body) {
        JsonNode message = Json.read(body, JsonNode.class);
        if (!message.isObject()) {
            throw invalid(new Fault("", null, "must be an object with events"));
        }
        message.propertyNames().forEach(name -> {
            if (!name.equals("source") && !name.equals("events")) {
                throw invalid(new Fault(name, name, "is no field here; known are source and events"));
            }
        });
        JsonNode source = message.path("source");
        if (!source.isMissingNode() && !source.isNull() && !source.isString()) {
            throw invalid(new Fault("source", source.toString(), "must be a text"));
        }
        return new Message(rows(message.path("events"), "events"), source.isString() ? source.stringValue() : null);
    }

    private static MasterRows rows(JsonNode array, String path) {
        if (!array.isArray()) {
            throw invalid(new Fault(path, null, "must be an array of objects"));
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (JsonNode object : array) {
            String at = path + "[" + rows.size() + "]";
            if (!object.isObject()) {
                throw invalid(new Fault(at, null, "must be an object"));
            }
            Map<String, String> row = new LinkedHashMap<>();
            object.properties().forEach(member -> {
                JsonNode value = member.getValue();
                if (value.isContainer()) {
                    throw invalid(new Fault(at + "." + member.getKey(), null, "must be a text or a number"));
                }
                if (!value.isNull()) {
                    row.put(member.getKey(), value.isString() ? value.stringValue() : value.toString());
                }
            });
            rows.add(row);
        }
        return new MasterRows.Objects(rows);
    }

    static byte[] write(MasterCopy copy) {
        return Json.write(json -> {
            json.writeStartArray();
            for (List<String> row : copy.rows()) {
                json.writeStartObject();
                for (int column = 0; column < copy.columns().size(); column++) {
                    String name = copy.columns().get(column);
                    String value = row.get(column);
                    if (!value.isEmpty() && NUMBERS.contains(name)) {
                        json.writeNumberProperty(name, Long.parseLong(value));
                    } else if (!value.isEmpty()) {
                        json.writeStringProperty(name, value);
                    }
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static Problem invalid(Fault fault) {
        return new Problem(
                Problem.Kind.INVALID,
                "invalid_request",
                "The body does not fit: " + fault.where() + " " + fault.reason() + ".",
                List.of(fault));
    }
}
