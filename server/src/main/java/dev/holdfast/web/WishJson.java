package dev.holdfast.web;

import dev.holdfast.community.wish.Aliases;
import dev.holdfast.community.wish.Comment;
import dev.holdfast.community.wish.Decision;
import dev.holdfast.community.wish.Wish;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.WishStep;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/// A wish and what is said about it, as JSON. Nobody's name stands in it.
final class WishJson {
    private WishJson() {}

    static void write(JsonGenerator json, Wish wish, Aliases aliases) {
        json.writeStringProperty("id", wish.id().toString());
        json.writeNumberProperty("number", wish.number());
        json.writeStringProperty("class", wish.wishClass());
        json.writeStringProperty("language", wish.language());
        json.writeStringProperty("title", wish.title());
        json.writeStringProperty("text", wish.text());
        json.writeStringProperty("author", aliases.of(wish.member()).orElse(null));
        json.writeStringProperty("at", wish.at().toString());
        json.writeStringProperty("dueAt", wish.dueAt().toString());
        json.writeStringProperty("state", word(wish.state()));
        Decision decision = wish.decision();
        json.writeStringProperty("decision", decision == null ? null : word(decision));
        OrderJson.instant(json, "decidedAt", wish.decidedAt());
        WishId into = wish.mergedInto();
        json.writeStringProperty("mergedInto", into == null ? null : into.toString());
        json.writeNumberProperty("supporters", wish.supporters());
        json.writeNumberProperty("comments", wish.comments());
    }

    static void steps(JsonGenerator json, List<WishStep> steps) {
        json.writeArrayPropertyStart("steps");
        for (WishStep step : steps) {
            json.writeStartObject();
            json.writeStringProperty("state", word(step.state()));
            json.writeStringProperty("cause", step.cause());
            json.writeStringProperty("at", step.at().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void comment(JsonGenerator json, Comment comment, Aliases aliases) {
        json.writeNumberProperty("number", comment.number());
        json.writeStringProperty("author", aliases.of(comment.member()).orElse(null));
        json.writeStringProperty("text", comment.text());
        json.writeStringProperty("at", comment.at().toString());
        json.writeBooleanProperty("removed", comment.removed());
    }

    static void ids(JsonGenerator json, String name, List<WishId> ids) {
        json.writeArrayPropertyStart(name);
        ids.forEach(id -> json.writeString(id.toString()));
        json.writeEndArray();
    }

    static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
