package dev.holdfast.web;

import dev.holdfast.kernel.Problem;
import dev.holdfast.supply.run.Alternatives;
import java.io.IOException;
import tools.jackson.core.JsonGenerator;

/// What else a fan could have, and how much sooner: before ordering for anybody, afterwards for the order's own.
final class AlternativesDoor {
    private final Alternatives alternatives;
    private final Doorkeeper doorkeeper;

    AlternativesDoor(Alternatives alternatives, Doorkeeper doorkeeper) {
        this.alternatives = alternatives;
        this.doorkeeper = doorkeeper;
    }

    void ofLaunch(Exchange exchange) throws IOException {
        String offer = exchange.parameter("offer");
        if (offer == null) {
            throw new Problem(
                    Problem.Kind.INVALID, "invalid_parameter", "'offer' is required: the one to compare with.");
        }
        write(exchange, alternatives.beside(exchange.name(0), offer, exchange.parameter("region")));
    }

    void ofOrder(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN, Asking.OPERATOR);
        write(exchange, alternatives.beside(FanDoor.order(exchange), asking.asker()));
    }

    private static void write(Exchange exchange, Alternatives.Compared compared) throws IOException {
        exchange.json(200, Json.object(json -> {
            json.writeStringProperty("offer", compared.offer());
            json.writeStringProperty("region", compared.region());
            OrderJson.window(json, "promise", compared.promise());
            json.writeArrayPropertyStart("alternatives");
            for (Alternatives.Alternative other : compared.others()) {
                json.writeStartObject();
                write(json, other);
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    private static void write(JsonGenerator json, Alternatives.Alternative other) {
        json.writeStringProperty("offer", other.offer().id());
        PlanJson.value(json, "name", other.offer().name());
        OrderJson.window(json, "promise", other.promise());
        PlanJson.value(json, "weeks", other.weeks());
        PlanJson.value(json, "differs", other.differs());
    }
}
