package dev.holdfast.web;

import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.supply.run.PublishedOdds;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// What anybody may look at.
final class LookDoor {
    /// A cache in front may answer for a second; this server always answers from the last committed batch.
    private static final String FOR_A_SECOND = "public, max-age=1";

    private final Launch launch;
    private final PublishedOdds odds;
    private final Doorkeeper doorkeeper;

    LookDoor(Launch launch, PublishedOdds odds, Doorkeeper doorkeeper) {
        this.launch = launch;
        this.odds = odds;
        this.doorkeeper = doorkeeper;
    }

    void launches(Exchange exchange) throws IOException {
        boolean operator = doorkeeper.operator(exchange);
        List<LaunchView> all = launch.all();
        cache(exchange, operator);
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("launches");
            for (LaunchView view : all) {
                json.writeStartObject();
                LaunchJson.write(json, view, operator || view.prices(), operator);
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    void launch(Exchange exchange) throws IOException {
        boolean operator = doorkeeper.operator(exchange);
        LaunchView view = launch.look(exchange.name(0));
        cache(exchange, operator);
        exchange.json(
                200,
                Json.object(json -> LaunchJson.write(
                        json,
                        view,
                        operator || view.prices(),
                        operator,
                        offer -> WindowOddsJson.write(json, odds(view, offer).orElse(null)))));
    }

    /// Of the window that is shown first: the first region's.
    private Optional<PublishedOdds.Odds> odds(LaunchView view, LaunchView.OfferView offer) {
        String region = view.definition().regions().stream()
                .map(LaunchDefinition.Region::id)
                .findFirst()
                .orElse(null);
        return odds.of(view, offer.offer().id(), region, offer.promise());
    }

    void line(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        LaunchView view = launch.look(exchange.name(0));
        cache(exchange, false);
        exchange.json(200, Json.object(json -> LaunchJson.writeLine(json, view.slug(), view.line())));
    }

    /// What an operator sees may hold sealed prices, so no cache may keep it.
    private static void cache(Exchange exchange, boolean operator) {
        exchange.response().setHeader("Cache-Control", operator ? "private, no-store" : FOR_A_SECOND);
        exchange.response().setHeader("Vary", "Authorization");
    }
}
