package dev.holdfast.web;

import dev.holdfast.community.event.Applicant;
import dev.holdfast.community.event.Events;
import dev.holdfast.community.event.PlaceState;
import dev.holdfast.kernel.Problem;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Events for those who run them.
final class EventDeskDoor implements Door {
    private static final int MAX_DEFINITION = 256 * 1024;
    private static final int MAX_BODY = 16 * 1024;
    private static final int PAGE = 100;

    private final Events events;
    private final Doorkeeper doorkeeper;

    EventDeskDoor(Events events, Doorkeeper doorkeeper) {
        this.events = events;
        this.doorkeeper = doorkeeper;
    }

    @Override
    public void addTo(Routes routes) {
        routes.add("PUT", "operator/events/*", this::define)
                .add("POST", "operator/events/*/figure", this::figure)
                .add("GET", "operator/events/*/applicants", this::applicants)
                .add("GET", "operator/events/*/applicants/*", this::applicant)
                .add("GET", "operator/events/*/code", this::code)
                .add("GET", "operator/events/*/pauses", this::pauses)
                .add("POST", "operator/events/*/pauses", this::pause)
                .add("POST", "operator/events/*/applicants/*/attendance", this::admit)
                .add("POST", "operator/events/*/applicants/*/warning", this::warn)
                .add("POST", "operator/events/*/applicants/*/removal", this::remove);
    }

    record Figure(@Nullable String figure) {}

    record Holiday(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String said) {}

    record Fault(@Nullable String duty, @Nullable String reason) {}

    private void define(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        var definition =
                Json.read(exchange.body(MAX_DEFINITION), EventRequest.class).definition();
        boolean made = events.define(exchange.name(0), definition, asking.member());
        look(exchange, made ? 201 : 200);
    }

    private void look(Exchange exchange, int status) throws IOException {
        var event = events.look(exchange.name(0));
        exchange.json(status, Json.object(json -> EventJson.event(json, event)));
    }

    private void figure(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        String figure = EventDoor.required(
                "figure", Json.read(exchange.body(MAX_BODY), Figure.class).figure());
        events.figure(exchange.name(0), figure, asking.member());
        look(exchange, 200);
    }

    private void applicants(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        String after = Objects.requireNonNullElse(exchange.parameter("after"), "");
        int limit = (int) exchange.number("limit", PAGE, 1, Events.MAX_PAGE);
        List<Applicant> page = events.applicants(exchange.name(0), state(exchange), after, limit);
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("applicants");
            page.forEach(applicant -> {
                json.writeStartObject();
                EventJson.applicant(json, applicant);
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeStringProperty(
                    "next", page.size() < limit ? null : page.getLast().member());
        }));
    }

    private static @Nullable PlaceState state(Exchange exchange) {
        String asked = exchange.parameter("state");
        if (asked == null || asked.isEmpty()) {
            return null;
        }
        for (PlaceState state : PlaceState.values()) {
            if (state.name().equals(asked.toUpperCase(Locale.ROOT))) {
                return state;
            }
        }
        throw new Problem(
                Problem.Kind.INVALID,
                "invalid_parameter",
                "'state' is '" + asked + "' and must be one of " + List.of(PlaceState.values()) + ".");
    }

    private void applicant(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        EventDoor.write(exchange, events.own(exchange.name(0), exchange.name(1)));
    }

    private void code(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        Events.Code shown = events.code(exchange.name(0));
        exchange.json(200, Json.object(json -> {
            json.writeStringProperty("code", shown.code());
            OrderJson.instant(json, "until", shown.until());
        }));
    }

    private void pauses(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        writePauses(exchange);
    }

    private void writePauses(Exchange exchange) throws IOException {
        var pauses = events.pauses(exchange.name(0));
        exchange.json(200, Json.object(json -> EventJson.pauses(json, pauses)));
    }

    private void pause(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        Holiday holiday = Json.read(exchange.body(MAX_BODY), Holiday.class);
        LocalDate from = EventDoor.required("from", holiday.from());
        LocalDate to = EventDoor.required("to", holiday.to());
        String said = EventDoor.required("said", holiday.said());
        events.pauseAll(exchange.name(0), from, to, said, asking.member());
        writePauses(exchange);
    }

    private void admit(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        EventDoor.write(exchange, events.admit(exchange.name(0), exchange.name(1), asking.member()));
    }

    private void warn(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        Fault fault = Json.read(exchange.body(MAX_BODY), Fault.class);
        String duty = EventDoor.required("duty", fault.duty());
        String reason = EventDoor.required("reason", fault.reason());
        EventDoor.write(exchange, events.warn(exchange.name(0), exchange.name(1), duty, reason, asking.member()));
    }

    private void remove(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        Fault fault = Json.read(exchange.body(MAX_BODY), Fault.class);
        String duty = EventDoor.required("duty", fault.duty());
        String reason = EventDoor.required("reason", fault.reason());
        EventDoor.write(exchange, events.remove(exchange.name(0), exchange.name(1), duty, reason, asking.member()));
    }
}
