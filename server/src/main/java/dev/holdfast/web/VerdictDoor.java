package dev.holdfast.web;

import dev.holdfast.community.spec.AskedChange;
import dev.holdfast.community.spec.Attempt;
import dev.holdfast.community.spec.ChangeRecord;
import dev.holdfast.community.spec.Verdict;
import dev.holdfast.community.spec.Verdicts;
import dev.holdfast.community.spec.WishOutcome;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.kernel.Wilson;
import dev.holdfast.launch.OrderId;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// What owners are asked, what they say, and what that adds up to.
final class VerdictDoor implements Door {
    private static final int MAX_BODY = 16 * 1024;

    private final Verdicts verdicts;
    private final Doorkeeper doorkeeper;

    VerdictDoor(Verdicts verdicts, Doorkeeper doorkeeper) {
        this.verdicts = verdicts;
        this.doorkeeper = doorkeeper;
    }

    private record VerdictRequest(
            @Nullable String wish,
            @Nullable Verdict verdict,
            @Nullable String words) {}

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "orders/*/verdicts", this::asked)
                .add("POST", "orders/*/verdicts", this::say)
                .add("GET", "wishes/*/outcome", this::outcome);
    }

    private void asked(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN, Asking.OPERATOR);
        write(exchange, verdicts.asked(FanDoor.order(exchange), asking.asker()));
    }

    private void say(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        OrderId order = FanDoor.order(exchange);
        // Whose order it is comes first: what is wrong with the body is nobody else's to know.
        verdicts.asked(order, asking.asker());
        VerdictRequest request = Json.read(exchange.body(MAX_BODY), VerdictRequest.class);
        WishId wish = WishId.parse(request.wish)
                .orElseThrow(() -> FanDoor.invalid(new Fault("wish", null, "must be the id of a wish")));
        if (request.verdict == null) {
            throw FanDoor.invalid(new Fault("verdict", null, "is required"));
        }
        String words = Objects.requireNonNullElse(request.words, "");
        verdicts.say(order, asking.member(), wish, request.verdict, words);
        write(exchange, verdicts.asked(order, asking.asker()));
    }

    private static void write(Exchange exchange, List<AskedChange> all) throws IOException {
        exchange.json(200, Json.object(json -> {
            SpecDoor.changes(json, all.stream().map(AskedChange::change).toList());
            json.writeArrayPropertyStart("verdicts");
            for (AskedChange asked : all) {
                ChangeRecord published = asked.change();
                Verdict said = asked.said();
                if (said != null) {
                    json.writeStartObject();
                    json.writeStringProperty(
                            "wish", String.valueOf(published.change().wish()));
                    json.writeStringProperty("verdict", said.name().toLowerCase(Locale.ROOT));
                    json.writeStringProperty("words", asked.words());
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
        }));
    }

    private void outcome(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        WishId wish = WishId.parse(exchange.name(0))
                .orElseThrow(
                        () -> new Problem(Problem.Kind.UNKNOWN, "unknown_wish", "There is no wish with such an id."));
        WishOutcome outcome = verdicts.outcome(wish);
        exchange.json(200, Json.object(json -> {
            SpecDoor.changes(json, outcome.changes());
            write(json, outcome.last());
            json.writeArrayPropertyStart("earlier");
            for (Attempt attempt : outcome.earlier()) {
                json.writeStartObject();
                write(json, attempt);
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    private static void write(JsonGenerator json, Attempt attempt) {
        json.writeNumberProperty("attempt", attempt.number());
        OrderJson.instant(json, "reopenedAt", attempt.reopenedAt());
        json.writeNumberProperty("delivered", attempt.delivered());
        json.writeNumberProperty("thereAndGood", attempt.good());
        json.writeNumberProperty("thereNotGood", attempt.notGood());
        json.writeNumberProperty("notThere", attempt.notThere());
        Wilson interval = attempt.interval();
        if (interval == null) {
            json.writeNullProperty("interval");
        } else {
            json.writeObjectPropertyStart("interval");
            json.writeNumberProperty("low", interval.low());
            json.writeNumberProperty("high", interval.high());
            json.writeEndObject();
        }
    }
}
