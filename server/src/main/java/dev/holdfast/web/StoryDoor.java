package dev.holdfast.web;

import dev.holdfast.community.story.Stories;
import dev.holdfast.community.story.Story;
import dev.holdfast.community.story.StoryFile;
import dev.holdfast.community.story.Told;
import dev.holdfast.community.wish.Aliases;
import dev.holdfast.kernel.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Stories for everybody, and for the owners who tell them.
final class StoryDoor implements Door {
    static final int MAX_BODY = 128 * 1024;
    static final int PAGE = 20;

    private final Stories stories;
    private final Aliases aliases;
    private final Doorkeeper doorkeeper;

    StoryDoor(Stories stories, Aliases aliases, Doorkeeper doorkeeper) {
        this.stories = stories;
        this.aliases = aliases;
        this.doorkeeper = doorkeeper;
    }

    private record StoryRequest(
            @Nullable String order,
            @Nullable String language,
            @Nullable String title,
            @Nullable String text,
            @Nullable Integer terms) {}

    private record GrantRequest(@Nullable Integer terms) {}

    private record AppealRequest(@Nullable String text) {}

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "stories", this::shown)
                .add("POST", "stories", this::tell)
                .add("GET", "stories/*", this::look)
                .add("GET", "story-terms", this::terms)
                .add("GET", "me/stories", this::own)
                .add("POST", "stories/*/grant", this::grant)
                .add("POST", "stories/*/withdrawal", this::withdraw)
                .add("POST", "stories/*/appeal", this::appeal);
    }

    private void shown(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        String slug = Objects.requireNonNullElse(exchange.parameter("launch"), "");
        int limit = (int) exchange.number("limit", PAGE, 1, Stories.MAX_PAGE);
        List<Story> page = stories.shown(slug, before(exchange), limit);
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("stories");
            for (Story story : page) {
                json.writeStartObject();
                StoryJson.story(json, story, aliases);
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    static long before(Exchange exchange) {
        return exchange.number("before", Long.MAX_VALUE, 1, Long.MAX_VALUE);
    }

    private void look(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        Story story = stories.look(number(exchange));
        exchange.json(200, Json.object(json -> StoryJson.story(json, story, aliases)));
    }

    private void terms(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        var all = stories.allTerms();
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("terms");
            for (var terms : all) {
                json.writeStartObject();
                StoryJson.terms(json, terms);
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    private void tell(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        StoryRequest request = Json.read(exchange.body(MAX_BODY), StoryRequest.class);
        Told told = new Told(
                FanDoor.order(FanDoor.required("order", request.order)),
                FanDoor.required("language", request.language),
                FanDoor.required("title", request.title),
                FanDoor.required("text", request.text),
                EventDoor.required("terms", request.terms));
        write(exchange, 201, stories.tell(asking.member(), told));
    }

    private void own(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        files(exchange, stories.of(asking.member()), aliases);
    }

    static void files(Exchange exchange, List<StoryFile> files, Aliases aliases) throws IOException {
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("stories");
            for (StoryFile file : files) {
                json.writeStartObject();
                StoryJson.file(json, file, aliases);
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    private void grant(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        GrantRequest request = Json.read(exchange.body(MAX_BODY), GrantRequest.class);
        int terms = EventDoor.required("terms", request.terms);
        write(exchange, 200, stories.grant(number(exchange), asking.member(), terms));
    }

    private void withdraw(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        write(exchange, 200, stories.withdraw(number(exchange), asking.member()));
    }

    private void appeal(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        String text = FanDoor.required("text", Json.read(exchange.body(MAX_BODY), AppealRequest.class).text);
        write(exchange, 200, stories.appeal(number(exchange), asking.member(), text));
    }

    private void write(Exchange exchange, int status, StoryFile file) throws IOException {
        exchange.json(status, Json.object(json -> StoryJson.file(json, file, aliases)));
    }

    static long number(Exchange exchange) {
        try {
            return Long.parseLong(exchange.name(0));
        } catch (NumberFormatException none) {
            throw new Problem(
                    Problem.Kind.UNKNOWN, "unknown_story", "A story is named by its number.", List.of(), none);
        }
    }
}
