package dev.holdfast.web;

import dev.holdfast.community.story.Ruling;
import dev.holdfast.community.story.Stories;
import dev.holdfast.community.story.StoryDesk;
import dev.holdfast.community.story.StoryFile;
import dev.holdfast.community.story.StoryTerms;
import dev.holdfast.community.wish.Aliases;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Stories for those who moderate them and use them.
final class StoryDeskDoor implements Door {
    private final Stories stories;
    private final StoryDesk desk;
    private final Aliases aliases;
    private final Doorkeeper doorkeeper;

    StoryDeskDoor(Stories stories, StoryDesk desk, Aliases aliases, Doorkeeper doorkeeper) {
        this.stories = stories;
        this.desk = desk;
        this.aliases = aliases;
        this.doorkeeper = doorkeeper;
    }

    private record TermsRequest(
            @Nullable Map<String, String> uses,
            @Nullable Map<String, String> places,
            @Nullable Integer months,
            @Nullable Map<String, String> text) {}

    private record RulingRequest(
            @Nullable String role,
            @Nullable Boolean show,
            @Nullable Map<String, String> reason) {}

    private record UseRequest(@Nullable String place) {}

    @Override
    public void addTo(Routes routes) {
        routes.add("POST", "operator/story-terms", this::publish)
                .add("GET", "operator/stories", this::list)
                .add("POST", "operator/stories/*/decision", this::decide)
                .add("POST", "operator/stories/*/uses", this::use)
                .add("POST", "operator/stories/*/uses/*/end", this::end);
    }

    private void publish(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        TermsRequest request = Json.read(exchange.body(StoryDoor.MAX_BODY), TermsRequest.class);
        StoryTerms terms = new StoryTerms(
                0,
                texts(request.uses),
                texts(request.places),
                EventDoor.required("months", request.months),
                texts(request.text),
                Instant.EPOCH);
        desk.publish(terms, asking.member());
        StoryTerms inForce = stories.terms().orElseThrow();
        exchange.json(201, Json.object(json -> StoryJson.terms(json, inForce)));
    }

    private void list(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        Stories.Which which = WishDoor.one(exchange, "which", Stories.Which.class);
        int limit = (int) exchange.number("limit", StoryDoor.PAGE, 1, Stories.MAX_PAGE);
        List<StoryFile> files =
                desk.files(which == null ? Stories.Which.WAITING : which, StoryDoor.before(exchange), limit);
        StoryDoor.files(exchange, files, aliases);
    }

    private void decide(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        RulingRequest request = Json.read(exchange.body(StoryDoor.MAX_BODY), RulingRequest.class);
        Ruling ruling = new Ruling(
                FanDoor.required("role", request.role),
                EventDoor.required("show", request.show),
                texts(request.reason));
        write(exchange, desk.decide(StoryDoor.number(exchange), ruling, asking.member()));
    }

    private void use(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        String place = FanDoor.required("place", Json.read(exchange.body(StoryDoor.MAX_BODY), UseRequest.class).place);
        write(exchange, desk.use(StoryDoor.number(exchange), place, asking.member()));
    }

    private void end(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        write(exchange, desk.end(StoryDoor.number(exchange), use(exchange.name(1)), asking.member()));
    }

    /// What is no number names no use.
    private static int use(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private void write(Exchange exchange, StoryFile file) throws IOException {
        exchange.json(200, Json.object(json -> StoryJson.file(json, file, aliases)));
    }

    private static Map<String, String> texts(@Nullable Map<String, String> texts) {
        return Objects.requireNonNullElse(texts, Map.of());
    }
}
