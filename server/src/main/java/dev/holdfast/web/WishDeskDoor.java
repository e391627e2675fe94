package dev.holdfast.web;

import dev.holdfast.community.wish.WishClass;
import dev.holdfast.community.wish.WishDesk;
import dev.holdfast.community.wish.WishRules;
import dev.holdfast.kernel.Problem.Fault;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// The classes of wishes and the budgets of members: what anybody may read and operators set.
final class WishDeskDoor {
    private static final int MAX_BODY = 16 * 1024;

    private final WishDesk desk;
    private final Doorkeeper doorkeeper;

    WishDeskDoor(WishDesk desk, Doorkeeper doorkeeper) {
        this.desk = desk;
        this.doorkeeper = doorkeeper;
    }

    private record NameRequest(
            @Nullable String en, @Nullable String zh) {}

    private record ClassRequest(
            @Nullable NameRequest name, @Nullable Integer answerDays) {}

    private record RulesRequest(
            @Nullable Integer liveVotes, @Nullable Integer openWishes) {}

    void addTo(Routes routes) {
        routes.add("GET", "wish-classes", this::classes)
                .add("PUT", "operator/wish-classes/*", this::define)
                .add("PUT", "operator/wish-rules", this::rule);
    }

    private void classes(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        List<WishClass> classes = desk.classes();
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("classes");
            for (WishClass wishClass : classes) {
                json.writeStartObject();
                write(json, wishClass);
                json.writeEndObject();
            }
            json.writeEndArray();
            write(json, desk.rules());
        }));
    }

    private void define(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        ClassRequest request = Json.read(exchange.body(MAX_BODY), ClassRequest.class);
        NameRequest name = request.name;
        if (name == null) {
            throw FanDoor.invalid(new Fault("name", null, "is required: {\"en\": ..., \"zh\": ...}"));
        }
        WishClass wishClass = new WishClass(
                exchange.name(0),
                FanDoor.required("name.en", name.en),
                FanDoor.required("name.zh", name.zh),
                number("answerDays", request.answerDays));
        desk.define(wishClass, asking.member());
        exchange.json(200, Json.object(json -> write(json, wishClass)));
    }

    private void rule(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        RulesRequest request = Json.read(exchange.body(MAX_BODY), RulesRequest.class);
        WishRules rules =
                new WishRules(number("liveVotes", request.liveVotes), number("openWishes", request.openWishes));
        desk.rule(rules, asking.member());
        exchange.json(200, Json.object(json -> write(json, rules)));
    }

    private static int number(String name, @Nullable Integer value) {
        if (value == null) {
            throw FanDoor.invalid(new Fault(name, null, "is required"));
        }
        return value;
    }

    private static void write(JsonGenerator json, WishClass wishClass) {
        json.writeStringProperty("class", wishClass.name());
        json.writeObjectPropertyStart("name");
        json.writeStringProperty("en", wishClass.english());
        json.writeStringProperty("zh", wishClass.chinese());
        json.writeEndObject();
        json.writeNumberProperty("answerDays", wishClass.answerDays());
    }

    private static void write(JsonGenerator json, WishRules rules) {
        json.writeNumberProperty("liveVotes", rules.liveVotes());
        json.writeNumberProperty("openWishes", rules.openWishes());
    }
}
