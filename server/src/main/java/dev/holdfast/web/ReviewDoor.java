package dev.holdfast.web;

import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Outcome;
import dev.holdfast.launch.review.Act;
import dev.holdfast.launch.review.Evidence;
import dev.holdfast.launch.review.Review;
import dev.holdfast.launch.review.Reviews;
import dev.holdfast.launch.review.Reviews.Which;
import dev.holdfast.launch.review.Step;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Reviews of orders: what operators see and decide, and what a fan sees of their own.
final class ReviewDoor {
    private static final int MAX_BODY = 16 * 1024;

    private final Reviews reviews;
    private final Doorkeeper doorkeeper;

    ReviewDoor(Reviews reviews, Doorkeeper doorkeeper) {
        this.reviews = reviews;
        this.doorkeeper = doorkeeper;
    }

    private record Decision(@Nullable String act, @Nullable String reason) {}

    private record Words(@Nullable String text) {}

    void addTo(Routes routes) {
        routes.add("GET", "operator/launches/*/reviews", this::list)
                .add("POST", "operator/reviews/*/decide", this::decide)
                .add("POST", "operator/reviews/*/answer", this::answer)
                .add("GET", "orders/*/review", this::look)
                .add("POST", "orders/*/appeal", this::appeal);
    }

    private void list(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        int limit = (int) exchange.number("limit", 100, 1, Reviews.MAX_PAGE);
        List<Review> all = reviews.of(exchange.name(0), which(exchange), 0, limit);
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("reviews");
            all.forEach(review -> {
                json.writeStartObject();
                write(json, review, true);
                json.writeEndObject();
            });
            json.writeEndArray();
        }));
    }

    private static Which which(Exchange exchange) {
        return "true".equals(exchange.parameter("decided")) ? Which.ALL : Which.WAITING;
    }

    private void look(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN, Asking.OPERATOR);
        write(exchange, asking, FanDoor.order(exchange));
    }

    private void decide(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        Decision wish = Json.read(exchange.body(MAX_BODY), Decision.class);
        Act act = "keep".equals(wish.act) ? Act.KEPT : "release".equals(wish.act) ? Act.RELEASED : null;
        if (act == null) {
            throw FanDoor.invalid(new Fault("act", wish.act, "must be 'keep' or 'release'"));
        }
        OrderId order = FanDoor.order(exchange);
        after(exchange, asking, order, reviews.decide(order, act, said("reason", wish.reason), asking.asker()));
    }

    private void answer(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        Words words = Json.read(exchange.body(MAX_BODY), Words.class);
        OrderId order = FanDoor.order(exchange);
        after(exchange, asking, order, reviews.decide(order, Act.ANSWERED, said("text", words.text), asking.asker()));
    }

    private void appeal(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        Words words = Json.read(exchange.body(MAX_BODY), Words.class);
        OrderId order = FanDoor.order(exchange);
        after(exchange, asking, order, reviews.appeal(order, asking.asker(), said("text", words.text)));
    }

    private void after(Exchange exchange, Asking asking, OrderId order, Outcome outcome) throws IOException {
        if (outcome instanceof Outcome.Refused refused) {
            Refusals.write(exchange, refused.refusal());
        } else {
            write(exchange, asking, order);
        }
    }

    private void write(Exchange exchange, Asking asking, OrderId order) throws IOException {
        Review review = reviews.find(order, asking.asker()).orElse(null);
        exchange.json(200, Json.object(json -> {
            if (review == null) {
                json.writeStringProperty("order", order.toString());
                json.writeStringProperty("state", "none");
            } else {
                write(json, review, asking.is(Asking.OPERATOR));
            }
        }));
    }

    /// A fan is told what it was about, and not how much each thing weighs: whoever knew would stay under it.
    private static void write(JsonGenerator json, Review review, boolean operator) {
        json.writeStringProperty("order", review.order().toString());
        json.writeStringProperty("launch", review.launch());
        json.writeStringProperty("state", state(review));
        OrderJson.instant(json, "appealBefore", review.appealBefore());
        json.writeArrayPropertyStart("signals");
        for (Evidence evidence : review.evidence()) {
            json.writeString(word(evidence.signal()));
        }
        json.writeEndArray();
        if (operator) {
            json.writeStringProperty("member", review.member());
            json.writeNumberProperty("points", review.points());
            json.writeArrayPropertyStart("evidence");
            for (Evidence evidence : review.evidence()) {
                json.writeStartObject();
                json.writeStringProperty("signal", word(evidence.signal()));
                json.writeNumberProperty("count", evidence.count());
                json.writeNumberProperty("points", evidence.points());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeArrayPropertyStart("steps");
        for (Review.Said step : review.steps()) {
            json.writeStartObject();
            json.writeStringProperty("act", word(step.act()));
            json.writeStringProperty("at", step.at().toString());
            json.writeStringProperty("text", step.act() == Act.OPENED ? null : step.text());
            if (operator) {
                json.writeStringProperty("actor", step.actor());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String state(Review review) {
        Act decided = review.standing().decided();
        return decided == null ? "open" : word(decided);
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    private static String said(String name, @Nullable String text) {
        String given = FanDoor.required(name, text);
        if (!Step.fits(given)) {
            throw FanDoor.invalid(new Fault(
                    name,
                    null,
                    "must have at most " + Step.MAX_SAID + " characters and no control characters but line breaks"));
        }
        return given;
    }
}
