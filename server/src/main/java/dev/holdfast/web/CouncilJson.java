package dev.holdfast.web;

import dev.holdfast.community.council.CouncilDefinition;
import dev.holdfast.community.council.CouncilView;
import dev.holdfast.community.council.Seat;
import dev.holdfast.community.council.Seating;
import dev.holdfast.community.council.Suggestion;
import dev.holdfast.community.council.SuggestionStep;
import dev.holdfast.community.wish.Aliases;
import dev.holdfast.community.wish.Decision;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Councils and suggestions, as JSON. For the public nobody's name stands in it.
final class CouncilJson {
    private CouncilJson() {}

    static void council(JsonGenerator json, CouncilView view) {
        CouncilDefinition council = view.definition();
        json.writeStringProperty("slug", view.slug());
        LaunchJson.texts(json, "name", council.name());
        LaunchJson.texts(json, "text", council.text());
        seating(json, council.seating());
        json.writeStringProperty("seatingAt", view.seatingAt().toString());
        json.writeStringProperty("heldOn", council.heldOn().toString());
        json.writeStringProperty("answerBy", council.answerBy().toString());
        json.writeNumberProperty("suggestions", view.suggestions());
        json.writeNumberProperty("waiting", view.waiting());
        json.writeNumberProperty("promised", view.promised());
        json.writeNumberProperty("done", view.done());
        json.writeNumberProperty("overdue", view.overdue());
    }

    private static void seating(JsonGenerator json, Seating seating) {
        switch (seating) {
            case Seating.Drawn drawn -> {
                json.writeStringProperty("event", drawn.event());
                json.writeNullProperty("rules");
                json.writeNullProperty("seats");
            }
            case Seating.Chosen chosen -> {
                json.writeNullProperty("event");
                LaunchJson.texts(json, "rules", chosen.rules());
                json.writeNumberProperty("seats", chosen.seats());
            }
        }
    }

    static void sitting(JsonGenerator json, List<Seat> seats, Aliases aliases) {
        json.writeArrayPropertyStart("sitting");
        for (Seat seat : seats) {
            json.writeStartObject();
            seat(json, seat, aliases);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void seat(JsonGenerator json, Seat seat, Aliases aliases) {
        json.writeStringProperty("alias", aliases.of(seat.member()).orElse(null));
        texts(json, "because", seat.because());
        json.writeBooleanProperty("came", seat.came());
    }

    static void suggestions(JsonGenerator json, List<Suggestion> suggestions, Aliases aliases) {
        json.writeArrayPropertyStart("suggestions");
        for (Suggestion suggestion : suggestions) {
            json.writeStartObject();
            suggestion(json, suggestion, aliases);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void suggestion(JsonGenerator json, Suggestion suggestion, Aliases aliases) {
        json.writeStringProperty("council", suggestion.id().council());
        json.writeNumberProperty("number", suggestion.id().number());
        json.writeStringProperty("author", aliases.of(suggestion.member()).orElse(null));
        json.writeStringProperty("language", suggestion.language());
        json.writeStringProperty("title", suggestion.title());
        json.writeStringProperty("text", suggestion.text());
        json.writeStringProperty("at", suggestion.at().toString());
        json.writeStringProperty("state", WishJson.word(suggestion.state()));
        texts(json, "roleName", suggestion.roleName());
        day(json, "due", suggestion.due());
        day(json, "judgedBy", suggestion.judgedBy());
        json.writeBooleanProperty("overdue", suggestion.overdue());
        day(json, "doneOn", suggestion.doneOn());
        json.writeNumberProperty("steps", suggestion.steps());
    }

    static void history(JsonGenerator json, List<SuggestionStep> steps) {
        json.writeArrayPropertyStart("history");
        for (SuggestionStep step : steps) {
            json.writeStartObject();
            json.writeNumberProperty("number", step.number());
            json.writeStringProperty("act", WishJson.word(step.act()));
            texts(json, "roleName", step.roleName());
            Decision decision = step.decision();
            json.writeStringProperty("decision", decision == null ? null : WishJson.word(decision));
            texts(json, "words", step.words());
            day(json, "due", step.due());
            json.writeStringProperty("at", step.at().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// Null where there is none.
    static void texts(JsonGenerator json, String name, Map<String, String> texts) {
        if (texts.isEmpty()) {
            json.writeNullProperty(name);
        } else {
            LaunchJson.texts(json, name, texts);
        }
    }

    private static void day(JsonGenerator json, String name, @Nullable LocalDate day) {
        json.writeStringProperty(name, day == null ? null : day.toString());
    }
}
