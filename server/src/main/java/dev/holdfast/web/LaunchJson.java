package dev.holdfast.web;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.LaunchView.LineView;
import dev.holdfast.launch.LaunchView.OfferView;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/// Writes launches.
final class LaunchJson {
    private LaunchJson() {}

    /// @param prices false while they are sealed to the reader
    static void write(JsonGenerator json, LaunchView launch, boolean prices, boolean operator) {
        write(json, launch, prices, operator, offer -> {});
    }

    /// @param besides what else to write of each offer
    static void write(
            JsonGenerator json, LaunchView launch, boolean prices, boolean operator, Consumer<OfferView> besides) {
        LaunchDefinition definition = launch.definition();
        json.writeStringProperty("slug", launch.slug());
        texts(json, "name", definition.name());
        json.writeStringProperty("state", launch.state().name());
        json.writeBooleanProperty("paused", launch.paused());
        json.writeStringProperty("opensAt", definition.opensAt().toString());
        OrderJson.instant(json, "revealAt", definition.revealAt());
        OrderJson.instant(json, "closesAt", definition.closesAt());
        json.writeStringProperty("serverTime", launch.asOf().toString());
        json.writeStringProperty("timeZone", definition.timeZone().getId());
        json.writeStringProperty("currency", definition.currency());
        json.writeNumberProperty("limitPerMember", definition.limitPerMember());
        json.writeStringProperty("payWithin", duration(definition.payWithin()));
        json.writeStringProperty("lockAfter", duration(definition.lockAfter()));
        json.writeStringProperty(
                "beyondSupply", definition.beyondSupply().name().toLowerCase(Locale.ROOT));
        json.writeBooleanProperty("changeKeepsPosition", definition.changeKeepsPosition());
        json.writeStringProperty("termsVersion", definition.termsVersion());
        regions(json, definition);
        EntryRequest.write(json, definition.entry(), operator);
        json.writeStringProperty("ruleSet", definition.ruleSet());
        json.writeStringProperty("mode", definition.mode().name().toLowerCase(Locale.ROOT));
        CampaignJson.write(json, prices ? definition.campaign() : null);
        OrderJson.spec(json, definition.spec());
        if (prices) {
            json.writeArrayPropertyStart("compensation");
            definition.compensation().forEach(rule -> CompensationRequest.write(json, rule));
            json.writeEndArray();
        } else {
            json.writeNullProperty("compensation");
        }
        WaitingRoomRequest.write(json, definition.waitingRoom());
        json.writeArrayPropertyStart("offers");
        for (OfferView offer : launch.offers()) {
            json.writeStartObject();
            offer(json, definition, offer, prices);
            besides.accept(offer);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void regions(JsonGenerator json, LaunchDefinition definition) {
        json.writeArrayPropertyStart("regions");
        for (LaunchDefinition.Region region : definition.regions()) {
            json.writeStartObject();
            json.writeStringProperty("id", region.id());
            texts(json, "name", region.name());
            json.writeNumberProperty("transitWeeks", region.transitWeeks());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void writeLine(JsonGenerator json, String slug, LineView line) {
        json.writeStringProperty("launch", slug);
        json.writeNumberProperty("positions", line.positions());
        json.writeNumberProperty("held", line.held());
        json.writeNumberProperty("placed", line.placed());
        json.writeNumberProperty("locked", line.locked());
        json.writeArrayPropertyStart("byOffer");
        for (LaunchView.OfferLine offer : line.byOffer()) {
            json.writeStartObject();
            json.writeStringProperty("offer", offer.offer());
            json.writeNumberProperty("held", offer.held());
            json.writeNumberProperty("placed", offer.placed());
            json.writeNumberProperty("locked", offer.locked());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void offer(JsonGenerator json, LaunchDefinition definition, OfferView view, boolean prices) {
        LaunchDefinition.Offer offer = view.offer();
        json.writeStringProperty("id", offer.id());
        texts(json, "name", offer.name());
        OrderJson.money(json, "price", prices ? new Money(offer.price(), definition.currency()) : null);
        OrderJson.money(json, "deposit", prices ? new Money(offer.deposit(), definition.currency()) : null);
        Long remaining = view.remaining();
        if (remaining == null) {
            json.writeNullProperty("remaining");
        } else {
            json.writeNumberProperty("remaining", remaining);
        }
        OrderJson.window(json, "promise", view.promise());
        json.writeObjectPropertyStart("promises");
        view.promises().forEach((region, window) -> OrderJson.window(json, region, window));
        json.writeEndObject();
    }

    /// Whole days as days: `P7D` came in, and is the same as `PT168H`.
    static String duration(Duration duration) {
        boolean days = duration.toDays() > 0 && duration.equals(Duration.ofDays(duration.toDays()));
        return days ? "P" + duration.toDays() + "D" : duration.toString();
    }

    static void texts(JsonGenerator json, String name, Map<String, String> texts) {
        json.writeObjectPropertyStart(name);
        texts.forEach(json::writeStringProperty);
        json.writeEndObject();
    }
}
