package dev.holdfast.web;

import dev.holdfast.community.merge.Asked;
import dev.holdfast.community.merge.Merge;
import dev.holdfast.community.merge.MergeAnswers;
import dev.holdfast.community.merge.MergeProposal;
import dev.holdfast.community.merge.MergeSuggestions;
import dev.holdfast.community.merge.Merges;
import dev.holdfast.community.wish.Aliases;
import dev.holdfast.community.wish.Wish;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.kernel.Problem;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Merges of wishes: proposed by the product team, answered by supporters, seen by everybody.
final class MergeDoor implements Door {
    private static final int MAX_BODY = 16 * 1024;
    private static final int PAGE = 20;
    private static final String DIGITS = "\\d{1,18}";

    private final Merges merges;
    private final MergeAnswers answers;
    private final MergeSuggestions suggestions;
    private final Aliases aliases;
    private final Doorkeeper doorkeeper;

    MergeDoor(
            Merges merges, MergeAnswers answers, MergeSuggestions suggestions, Aliases aliases, Doorkeeper doorkeeper) {
        this.merges = merges;
        this.answers = answers;
        this.suggestions = suggestions;
        this.aliases = aliases;
        this.doorkeeper = doorkeeper;
    }

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "operator/wishes/*/merge-suggestions", this::suggest)
                .add("POST", "operator/wishes/*/merges", this::propose)
                .add("GET", "operator/merges", this::all)
                .add("POST", "operator/merges/*/undo", this::undo)
                .add("GET", "wishes/*/merges", this::ofWish)
                .add("GET", "me/merges", this::asked)
                .add("PUT", "me/merges/*", this::answer);
    }

    record Proposed(
            @Nullable String into,
            @Nullable String reason,
            @Nullable Integer answerDays) {}

    record Undoing(@Nullable String reason) {}

    record Said(@Nullable Boolean agrees) {}

    private void suggest(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        List<Wish> near = suggestions.to(WishDoor.id(exchange));
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("wishes");
            for (Wish wish : near) {
                json.writeStartObject();
                WishJson.write(json, wish, aliases);
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    private void propose(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        Proposed request = Json.read(exchange.body(MAX_BODY), Proposed.class);
        String into = FanDoor.required("into", request.into());
        WishId target = WishId.parse(into)
                .orElseThrow(() ->
                        new Problem(Problem.Kind.UNKNOWN, "unknown_wish", "'into' names no wish; it has to be an id."));
        Merge merge = merges.propose(
                new MergeProposal(
                        WishDoor.id(exchange),
                        target,
                        FanDoor.required("reason", request.reason()),
                        EventDoor.required("answerDays", request.answerDays())),
                asking.member());
        exchange.json(201, Json.object(json -> write(json, merge)));
    }

    private void all(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        int limit = (int) exchange.number("limit", PAGE, 1, Merges.MAX_PAGE);
        boolean open = "true".equals(exchange.parameter("open"));
        list(exchange, merges.page(open, before(exchange), limit), limit);
    }

    private void ofWish(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        int limit = (int) exchange.number("limit", PAGE, 1, Merges.MAX_PAGE);
        list(exchange, merges.of(WishDoor.id(exchange), before(exchange), limit), limit);
    }

    private static long before(Exchange exchange) {
        return exchange.number("before", Long.MAX_VALUE, 1, Long.MAX_VALUE);
    }

    private void undo(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        Undoing request = Json.read(exchange.body(MAX_BODY), Undoing.class);
        String reason = FanDoor.required("reason", request.reason());
        Merge merge = merges.undo(number(exchange), reason, asking.member());
        exchange.json(200, Json.object(json -> write(json, merge)));
    }

    private void asked(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        List<Asked> open = answers.asked(asking.member());
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("merges");
            for (Asked asked : open) {
                json.writeStartObject();
                write(json, asked.merge());
                json.writeName("agrees");
                json.writePOJO(asked.agrees());
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    private void answer(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        Said said = Json.read(exchange.body(MAX_BODY), Said.class);
        boolean agrees = EventDoor.required("agrees", said.agrees());
        Merge merge = answers.answer(number(exchange), asking.member(), agrees);
        exchange.json(200, Json.object(json -> {
            write(json, merge);
            json.writeBooleanProperty("agrees", agrees);
        }));
    }

    /// What is no number is no merge, as 0 is none.
    private static long number(Exchange exchange) {
        String text = exchange.name(0);
        return text.matches(DIGITS) ? Long.parseLong(text) : 0;
    }

    private static void list(Exchange exchange, List<Merge> page, int limit) throws IOException {
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("merges");
            for (Merge merge : page) {
                json.writeStartObject();
                write(json, merge);
                json.writeEndObject();
            }
            json.writeEndArray();
            CampaignJson.number(
                    json, "next", page.size() == limit ? page.getLast().number() : null);
        }));
    }

    private static void write(JsonGenerator json, Merge merge) {
        json.writeNumberProperty("number", merge.number());
        json.writeStringProperty("wish", merge.source().toString());
        json.writeStringProperty("into", merge.target().toString());
        json.writeStringProperty("state", WishJson.word(merge.state()));
        json.writeStringProperty("reason", merge.reason());
        json.writeStringProperty("proposedAt", merge.proposedAt().toString());
        json.writeStringProperty("answerBefore", merge.answerBefore().toString());
        json.writeNumberProperty("moved", merge.moved());
        json.writeNumberProperty("declined", merge.declined());
        json.writeNumberProperty("restored", merge.restored());
        OrderJson.instant(json, "closedAt", merge.closedAt());
        OrderJson.instant(json, "undoneAt", merge.undoneAt());
        json.writeStringProperty("undoReason", merge.undoReason());
    }
}
