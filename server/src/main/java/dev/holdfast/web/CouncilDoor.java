package dev.holdfast.web;

import dev.holdfast.community.council.CouncilView;
import dev.holdfast.community.council.Councils;
import dev.holdfast.community.council.Seat;
import dev.holdfast.community.council.Spoken;
import dev.holdfast.community.council.Suggestion;
import dev.holdfast.community.council.SuggestionId;
import dev.holdfast.community.council.Suggestions;
import dev.holdfast.community.wish.Aliases;
import dev.holdfast.kernel.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Councils for everybody, and for those who sit in them.
final class CouncilDoor implements Door {
    static final int MAX_BODY = 64 * 1024;
    private static final int PAGE = 50;

    private final Councils councils;
    private final Suggestions suggestions;
    private final Aliases aliases;
    private final Doorkeeper doorkeeper;

    CouncilDoor(Councils councils, Suggestions suggestions, Aliases aliases, Doorkeeper doorkeeper) {
        this.councils = councils;
        this.suggestions = suggestions;
        this.aliases = aliases;
        this.doorkeeper = doorkeeper;
    }

    record SpokenRequest(
            @Nullable String member,
            @Nullable String language,
            @Nullable String title,
            @Nullable String text) {
        Spoken spoken() {
            return new Spoken(
                    FanDoor.required("language", language),
                    FanDoor.required("title", title),
                    FanDoor.required("text", text));
        }
    }

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "councils", this::all)
                .add("GET", "councils/*", this::look)
                .add("GET", "councils/*/seat", this::seat)
                .add("POST", "councils/*/suggestions", this::bring)
                .add("GET", "councils/*/suggestions/*", this::suggestion)
                .add("GET", "council-suggestions", this::tracked);
    }

    private void all(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        List<CouncilView> all = councils.all();
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("councils");
            for (CouncilView council : all) {
                json.writeStartObject();
                CouncilJson.council(json, council);
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    private void look(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        String slug = exchange.name(0);
        CouncilView council = councils.look(slug);
        List<Seat> seats = councils.seats(slug);
        List<Suggestion> brought = suggestions.of(slug);
        exchange.json(200, Json.object(json -> {
            json.writeObjectPropertyStart("council");
            CouncilJson.council(json, council);
            json.writeEndObject();
            CouncilJson.sitting(json, seats, aliases);
            CouncilJson.suggestions(json, brought, aliases);
        }));
    }

    private void seat(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        String slug = exchange.name(0);
        Optional<Seat> seat = councils.seat(slug, asking.member());
        List<Suggestion> own = suggestions.of(slug).stream()
                .filter(one -> one.member().equals(asking.member()))
                .toList();
        exchange.json(200, Json.object(json -> {
            json.writeBooleanProperty("seated", seat.isPresent());
            json.writeStringProperty("alias", aliases.of(asking.member()).orElse(null));
            CouncilJson.suggestions(json, own, aliases);
        }));
    }

    private void bring(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        SpokenRequest request = Json.read(exchange.body(MAX_BODY), SpokenRequest.class);
        Suggestion brought = suggestions.bring(exchange.name(0), asking.member(), request.spoken());
        exchange.json(201, Json.object(json -> CouncilJson.suggestion(json, brought, aliases)));
    }

    private void suggestion(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        write(exchange, suggestions, aliases, 200);
    }

    /// The suggestion that the path names, with its history.
    static void write(Exchange exchange, Suggestions suggestions, Aliases aliases, int status) throws IOException {
        SuggestionId id = id(exchange);
        Suggestion suggestion = suggestions.look(id);
        var history = suggestions.steps(id);
        exchange.json(status, Json.object(json -> {
            CouncilJson.suggestion(json, suggestion, aliases);
            CouncilJson.history(json, history);
        }));
    }

    static SuggestionId id(Exchange exchange) {
        try {
            return new SuggestionId(exchange.name(0), Integer.parseInt(exchange.name(1)));
        } catch (NumberFormatException none) {
            throw new Problem(
                    Problem.Kind.UNKNOWN,
                    "unknown_suggestion",
                    "A suggestion is named by its number.",
                    List.of(),
                    none);
        }
    }

    private void tracked(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        Suggestions.Which which = WishDoor.one(exchange, "which", Suggestions.Which.class);
        int skip = (int) exchange.number("skip", 0, 0, Suggestions.MAX_SKIP);
        int limit = (int) exchange.number("limit", PAGE, 1, Suggestions.MAX_PAGE);
        List<Suggestion> found = suggestions.tracked(which == null ? Suggestions.Which.OVERDUE : which, skip, limit);
        exchange.json(200, Json.object(json -> CouncilJson.suggestions(json, found, aliases)));
    }
}
