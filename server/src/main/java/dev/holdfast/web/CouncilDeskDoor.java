package dev.holdfast.web;

import dev.holdfast.community.council.Assignment;
import dev.holdfast.community.council.CouncilDefinition;
import dev.holdfast.community.council.CouncilView;
import dev.holdfast.community.council.Councils;
import dev.holdfast.community.council.Seat;
import dev.holdfast.community.council.Seating;
import dev.holdfast.community.council.Suggestion;
import dev.holdfast.community.council.SuggestionAnswer;
import dev.holdfast.community.council.Suggestions;
import dev.holdfast.community.wish.Aliases;
import dev.holdfast.community.wish.Decision;
import dev.holdfast.kernel.Problem.Fault;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Councils for those who hold them and answer to them.
final class CouncilDeskDoor implements Door {
    private final Councils councils;
    private final Suggestions suggestions;
    private final Aliases aliases;
    private final Doorkeeper doorkeeper;

    CouncilDeskDoor(Councils councils, Suggestions suggestions, Aliases aliases, Doorkeeper doorkeeper) {
        this.councils = councils;
        this.suggestions = suggestions;
        this.aliases = aliases;
        this.doorkeeper = doorkeeper;
    }

    private record CouncilRequest(
            @Nullable Map<String, String> name,
            @Nullable Map<String, String> text,
            @Nullable String event,
            @Nullable Map<String, String> rules,
            @Nullable Integer seats,
            @Nullable LocalDate heldOn,
            @Nullable LocalDate answerBy) {
        CouncilDefinition definition() {
            return new CouncilDefinition(
                    texts(name),
                    texts(text),
                    seating(),
                    EventDoor.required("heldOn", heldOn),
                    EventDoor.required("answerBy", answerBy));
        }

        /// Drawn, or chosen: one of the two and not both.
        private Seating seating() {
            if (event != null && (rules != null || seats != null)) {
                throw Json.invalid(new Fault("event", event, "decides by its draw: leave out rules and seats"));
            }
            return event != null
                    ? new Seating.Drawn(event)
                    : new Seating.Chosen(texts(rules), Objects.requireNonNullElse(seats, 0));
        }
    }

    private record SeatRequest(@Nullable Map<String, String> because) {}

    private record AssignmentRequest(
            @Nullable String role,
            @Nullable LocalDate due,
            @Nullable Map<String, String> reason) {}

    private record AnswerRequest(
            @Nullable String role,
            @Nullable Decision decision,
            @Nullable Map<String, String> reason,
            @Nullable LocalDate promisedBy,
            @Nullable Integer after) {}

    private record DoneRequest(@Nullable Map<String, String> evidence) {}

    @Override
    public void addTo(Routes routes) {
        routes.add("PUT", "operator/councils/*", this::define)
                .add("GET", "operator/councils/*/seats", this::seats)
                .add("PUT", "operator/councils/*/seats/*", this::give)
                .add("DELETE", "operator/councils/*/seats/*", this::take)
                .add("POST", "operator/councils/*/suggestions", this::record)
                .add("POST", "operator/councils/*/suggestions/*/assignment", this::assign)
                .add("POST", "operator/councils/*/suggestions/*/answer", this::answer)
                .add("POST", "operator/councils/*/suggestions/*/done", this::done);
    }

    private void define(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        CouncilRequest request = Json.read(exchange.body(CouncilDoor.MAX_BODY), CouncilRequest.class);
        boolean made = councils.define(exchange.name(0), request.definition(), asking.member());
        CouncilView council = councils.look(exchange.name(0));
        exchange.json(made ? 201 : 200, Json.object(json -> CouncilJson.council(json, council)));
    }

    private void seats(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        write(exchange);
    }

    /// With names: this is the one list of seats that has them.
    private void write(Exchange exchange) throws IOException {
        List<Seat> seats = councils.seats(exchange.name(0));
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("seats");
            for (Seat seat : seats) {
                json.writeStartObject();
                json.writeStringProperty("member", seat.member());
                CouncilJson.seat(json, seat, aliases);
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    private void give(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        SeatRequest request = Json.read(exchange.body(CouncilDoor.MAX_BODY), SeatRequest.class);
        councils.give(exchange.name(0), exchange.name(1), texts(request.because), asking.member());
        write(exchange);
    }

    private void take(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        councils.take(exchange.name(0), exchange.name(1), asking.member());
        write(exchange);
    }

    private void record(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        var request = Json.read(exchange.body(CouncilDoor.MAX_BODY), CouncilDoor.SpokenRequest.class);
        String member = FanDoor.required("member", request.member());
        Suggestion brought = suggestions.record(exchange.name(0), member, request.spoken(), asking.member());
        exchange.json(201, Json.object(json -> CouncilJson.suggestion(json, brought, aliases)));
    }

    private void assign(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        AssignmentRequest request = Json.read(exchange.body(CouncilDoor.MAX_BODY), AssignmentRequest.class);
        Assignment assignment = new Assignment(
                FanDoor.required("role", request.role), EventDoor.required("due", request.due), texts(request.reason));
        suggestions.assign(CouncilDoor.id(exchange), assignment, asking.member());
        CouncilDoor.write(exchange, suggestions, aliases, 200);
    }

    private void answer(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        AnswerRequest request = Json.read(exchange.body(CouncilDoor.MAX_BODY), AnswerRequest.class);
        SuggestionAnswer answer = new SuggestionAnswer(
                request.role,
                EventDoor.required("decision", request.decision),
                texts(request.reason),
                request.promisedBy,
                request.after);
        suggestions.answer(CouncilDoor.id(exchange), answer, asking.member());
        CouncilDoor.write(exchange, suggestions, aliases, 200);
    }

    private void done(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        DoneRequest request = Json.read(exchange.body(CouncilDoor.MAX_BODY), DoneRequest.class);
        suggestions.done(CouncilDoor.id(exchange), texts(request.evidence), asking.member());
        CouncilDoor.write(exchange, suggestions, aliases, 200);
    }

    private static Map<String, String> texts(@Nullable Map<String, String> texts) {
        return Objects.requireNonNullElse(texts, Map.of());
    }
}
