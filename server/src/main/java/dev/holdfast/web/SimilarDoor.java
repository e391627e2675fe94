package dev.holdfast.web;

import dev.holdfast.community.similar.SimilarWishes;
import dev.holdfast.community.wish.Aliases;
import dev.holdfast.community.wish.Wish;
import dev.holdfast.kernel.Problem;
import java.io.IOException;
import java.util.List;

/// Wishes like the one that somebody types.
final class SimilarDoor {
    private static final int FOUND = 5;

    private final SimilarWishes similar;
    private final Aliases aliases;
    private final Doorkeeper doorkeeper;

    SimilarDoor(SimilarWishes similar, Aliases aliases, Doorkeeper doorkeeper) {
        this.similar = similar;
        this.aliases = aliases;
        this.doorkeeper = doorkeeper;
    }

    void addTo(Routes routes) {
        routes.add("GET", "wishes/similar", this::find);
    }

    private void find(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        String text = exchange.parameter("text");
        int limit = (int) exchange.number("limit", FOUND, 1, SimilarWishes.MAX_FOUND);
        if (text == null || text.isBlank() || text.length() > SimilarWishes.MAX_TEXT) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_parameter",
                    "'text' must have 1 to " + SimilarWishes.MAX_TEXT + " characters.");
        }
        List<Wish> found = similar.to(text, limit);
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("wishes");
            for (Wish wish : found) {
                json.writeStartObject();
                WishJson.write(json, wish, aliases);
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }
}
