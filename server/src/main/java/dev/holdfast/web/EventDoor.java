package dev.holdfast.web;

import dev.holdfast.community.event.Events;
import dev.holdfast.community.event.OwnPlace;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.draw.PlacesText;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Events for members, and for everybody who wants to know how places went.
final class EventDoor implements Door {
    private static final int MAX_BODY = 16 * 1024;
    private static final String TEXT = "text/plain;charset=UTF-8";

    private final Events events;
    private final Doorkeeper doorkeeper;

    EventDoor(Events events, Doorkeeper doorkeeper) {
        this.events = events;
        this.doorkeeper = doorkeeper;
    }

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "events", this::all)
                .add("GET", "events/*", this::look)
                .add("GET", "events/*/draw", this::draw)
                .add("PUT", "events/*/place", this::apply)
                .add("GET", "events/*/place", this::own)
                .add("DELETE", "events/*/place", this::giveBack)
                .add("POST", "events/*/place/confirm", this::confirm)
                .add("POST", "events/*/place/attend", this::attend)
                .add("POST", "events/*/place/pauses", this::pause)
                .add("POST", "events/*/place/duties/*", this::done);
    }

    record Application(@Nullable String city) {}

    record Typed(@Nullable String code) {}

    record Done(@Nullable String said) {}

    record Days(@Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate first() {
            return required("from", from);
        }

        LocalDate last() {
            return required("to", to);
        }
    }

    static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw Json.invalid(new Fault(name, null, "is required"));
        }
        return value;
    }

    private void all(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("events");
            events.all().forEach(event -> {
                json.writeStartObject();
                EventJson.event(json, event);
                json.writeEndObject();
            });
            json.writeEndArray();
        }));
    }

    private void look(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        var event = events.look(exchange.name(0));
        exchange.json(200, Json.object(json -> EventJson.event(json, event)));
    }

    /// The published file, for anybody to keep.
    private void draw(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        PlacesText.Read draw = events.draw(exchange.name(0));
        var response = exchange.response();
        response.setContentType(TEXT);
        response.setHeader("Content-Disposition", "attachment; filename=\"draw-" + exchange.name(0) + ".txt\"");
        PlacesText.write(draw, response.getOutputStream());
    }

    private void apply(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        String city = Json.read(exchange.body(MAX_BODY), Application.class).city();
        write(exchange, events.apply(exchange.name(0), asking.member(), Objects.requireNonNullElse(city, "")));
    }

    private void own(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        write(exchange, events.own(exchange.name(0), asking.member()));
    }

    private void giveBack(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        events.giveBack(exchange.name(0), asking.member());
        exchange.empty(204);
    }

    private void confirm(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        write(exchange, events.confirm(exchange.name(0), asking.member()));
    }

    private void attend(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        String code =
                required("code", Json.read(exchange.body(MAX_BODY), Typed.class).code());
        write(exchange, events.attend(exchange.name(0), asking.member(), code));
    }

    private void pause(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        Days days = Json.read(exchange.body(MAX_BODY), Days.class);
        write(exchange, events.pause(exchange.name(0), asking.member(), days.first(), days.last()));
    }

    private void done(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        String said =
                required("said", Json.read(exchange.body(MAX_BODY), Done.class).said());
        write(exchange, events.done(exchange.name(0), asking.member(), exchange.name(1), said));
    }

    static void write(Exchange exchange, OwnPlace own) throws IOException {
        exchange.json(200, Json.object(json -> EventJson.place(json, own)));
    }
}
