package dev.holdfast.web;

import dev.holdfast.community.wish.Aliases;
import dev.holdfast.community.wish.Comment;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.WishTalk;
import dev.holdfast.community.wish.Wishes;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is said about wishes, and who follows them.
final class WishTalkDoor {
    private static final int PAGE = 50;

    private final Wishes wishes;
    private final WishTalk talk;
    private final Aliases aliases;
    private final Doorkeeper doorkeeper;

    WishTalkDoor(Wishes wishes, WishTalk talk, Aliases aliases, Doorkeeper doorkeeper) {
        this.wishes = wishes;
        this.talk = talk;
        this.aliases = aliases;
        this.doorkeeper = doorkeeper;
    }

    private record Words(@Nullable String text) {}

    void addTo(Routes routes) {
        routes.add("GET", "wishes/*/comments", this::list)
                .add("POST", "wishes/*/comments", this::say)
                .add("DELETE", "wishes/*/comments/*", this::remove)
                .add("DELETE", "operator/wishes/*/comments/*", this::takeDown)
                .add("PUT", "wishes/*/follow", this::follow)
                .add("DELETE", "wishes/*/follow", this::unfollow);
    }

    private void list(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        int after = (int) exchange.number("after", 0, 0, Integer.MAX_VALUE);
        int limit = (int) exchange.number("limit", PAGE, 1, WishTalk.MAX_PAGE);
        WishId id = wishes.find(WishDoor.id(exchange)).id();
        List<Comment> comments = talk.comments(id, after, limit);
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("comments");
            for (Comment comment : comments) {
                json.writeStartObject();
                WishJson.comment(json, comment, aliases);
                json.writeEndObject();
            }
            json.writeEndArray();
            if (comments.size() < limit) {
                json.writeNullProperty("next");
            } else {
                json.writeNumberProperty("next", comments.getLast().number());
            }
        }));
    }

    private void say(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        Words words = Json.read(exchange.body(WishDoor.MAX_BODY), Words.class);
        int number = talk.say(WishDoor.id(exchange), asking.member(), FanDoor.required("text", words.text));
        exchange.json(201, Json.object(json -> json.writeNumberProperty("number", number)));
    }

    private void remove(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        talk.remove(WishDoor.id(exchange), number(exchange), asking.member());
        exchange.empty(204);
    }

    private void takeDown(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        talk.takeDown(WishDoor.id(exchange), number(exchange), asking.member());
        exchange.empty(204);
    }

    private void follow(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        talk.follow(WishDoor.id(exchange), asking.member());
        exchange.empty(204);
    }

    private void unfollow(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        talk.unfollow(WishDoor.id(exchange), asking.member());
        exchange.empty(204);
    }

    /// What is no number names no comment.
    private static int number(Exchange exchange) {
        try {
            return Integer.parseInt(exchange.name(1));
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
