package dev.holdfast.web;

import dev.holdfast.community.round.LaunchRule;
import dev.holdfast.community.round.QuestionRounds;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.kernel.Storable;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderHistory;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Outcome;
import dev.holdfast.launch.PlaceOrder;
import dev.holdfast.launch.review.Reviews;
import dev.holdfast.member.rate.Limit;
import dev.holdfast.supply.run.PublishedOdds;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What fans ask of their orders.
final class FanDoor {
    /// A wish to order is a few short texts.
    static final int MAX_BODY = 16 * 1024;

    private static final int MAX_KEY = 255;
    private static final int MAX_TEXT = 255;

    private final Launch launch;
    private final PublishedOdds odds;
    private final Reviews reviews;
    private final QuestionRounds rounds;
    private final Doorkeeper doorkeeper;

    FanDoor(Launch launch, PublishedOdds odds, Reviews reviews, QuestionRounds rounds, Doorkeeper doorkeeper) {
        this.rounds = rounds;
        this.launch = launch;
        this.odds = odds;
        this.reviews = reviews;
        this.doorkeeper = doorkeeper;
    }

    record OrderRequest(
            @Nullable String offer,
            @Nullable String region,
            @Nullable String store,
            @Nullable String channel,
            @Nullable String referral,
            @Nullable String acceptTerms,
            @Nullable Map<String, @Nullable Integer> addOns) {}

    record CancelRequest(@Nullable Boolean forfeit) {}

    record ConsentRequest(@Nullable Boolean keep) {}

    record ChangeRequest(@Nullable String offer) {}

    void place(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Limit.ORDERS, Asking.FAN);
        String key = key(exchange.header("Idempotency-Key"));
        OrderRequest wish = Json.read(exchange.body(MAX_BODY), OrderRequest.class);
        PlaceOrder order = new PlaceOrder(
                exchange.name(0),
                asking.member(),
                key,
                required("offer", text("offer", wish.offer())),
                text("region", wish.region()),
                text("store", wish.store()),
                text("channel", wish.channel()),
                text("referral", wish.referral()),
                text("acceptTerms", wish.acceptTerms()),
                AddOnsRequest.of(wish.addOns()));
        switch (launch.place(order, exchange.header("Holdfast-Pass"))) {
            case Outcome.Done(Order placed) -> {
                reviews.placed(placed, exchange.header("X-Device"), doorkeeper.network(exchange));
                boolean prices = prices(placed, asking);
                exchange.response().setHeader("Location", "/api/v1/orders/" + placed.id());
                exchange.json(201, Json.object(json -> OrderJson.writeFirst(json, placed, prices)));
            }
            case Outcome.Replayed(Order placed) -> {
                boolean prices = prices(placed, asking);
                exchange.response().setHeader("Idempotent-Replay", "true");
                exchange.json(200, Json.object(json -> OrderJson.writeFirst(json, placed, prices)));
            }
            case Outcome.Refused refused -> Refusals.write(exchange, refused.refusal());
        }
    }

    void look(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN, Asking.OPERATOR);
        OrderHistory history = launch.order(order(exchange), asking.asker());
        boolean prices = prices(history.order(), asking);
        Order order = history.order();
        List<LaunchRule> rules = rounds.rulesOf(order.id());
        Optional<PublishedOdds.Odds> sure =
                odds.of(launch.look(order.launch()), order.offer(), order.region(), order.promise());
        exchange.json(200, Json.object(json -> {
            OrderJson.writeHistory(json, history, prices, asking.is(Asking.OPERATOR));
            WindowOddsJson.write(json, sure.orElse(null));
            RoundDoor.rules(json, rules);
        }));
    }

    void mine(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN, Asking.OPERATOR);
        List<Order> orders = launch.ordersOf(asking.member());
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("orders");
            for (Order order : orders) {
                json.writeStartObject();
                OrderJson.write(json, order, prices(order, asking));
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    void cancel(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN, Asking.OPERATOR);
        byte[] body = exchange.body(MAX_BODY);
        boolean forfeit = body.length > 0
                && Boolean.TRUE.equals(Json.read(body, CancelRequest.class).forfeit());
        answer(exchange, asking, launch.cancel(order(exchange), asking.asker(), forfeit));
    }

    void lock(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN, Asking.OPERATOR);
        answer(exchange, asking, launch.lock(order(exchange), asking.asker()));
    }

    /// The member's answer to what they were asked about a later window.
    void consent(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN, Asking.OPERATOR);
        Boolean keep = Json.read(exchange.body(MAX_BODY), ConsentRequest.class).keep();
        if (keep == null) {
            throw invalid(new Fault("keep", null, "is required: true keeps the order, false gives it back"));
        }
        answer(exchange, asking, launch.consent(order(exchange), asking.asker(), keep));
    }

    void change(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN, Asking.OPERATOR);
        ChangeRequest wish = Json.read(exchange.body(MAX_BODY), ChangeRequest.class);
        String offer = required("offer", text("offer", wish.offer()));
        OrderId order = order(exchange);
        boolean preview = preview(exchange.parameter("preview"));
        answer(
                exchange,
                asking,
                preview
                        ? launch.previewChange(order, asking.asker(), offer)
                        : launch.change(order, asking.asker(), offer));
    }

    private void answer(Exchange exchange, Asking asking, Outcome outcome) throws IOException {
        switch (outcome) {
            case Outcome.Done(Order order) -> write(exchange, asking, order);
            case Outcome.Replayed(Order order) -> write(exchange, asking, order);
            case Outcome.Refused refused -> Refusals.write(exchange, refused.refusal());
        }
    }

    private void write(Exchange exchange, Asking asking, Order order) throws IOException {
        boolean prices = prices(order, asking);
        exchange.json(200, Json.object(json -> OrderJson.write(json, order, prices)));
    }

    /// Before `revealAt` the prices are for operators alone, in orders as everywhere.
    private boolean prices(Order order, Asking asking) {
        return asking.is(Asking.OPERATOR) || launch.revealed(order.launch());
    }

    /// Strictly: whoever misspells a wish to change nothing must not be changed.
    static boolean preview(@Nullable String text) {
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_parameter",
                    "'preview' is '" + shorten(text) + "' and must be true or false.");
        }
        return "true".equals(text);
    }

    static OrderId order(Exchange exchange) {
        return order(exchange.name(0));
    }

    static OrderId order(String id) {
        return OrderId.parse(id)
                .orElseThrow(() ->
                        new Problem(Problem.Kind.UNKNOWN, "unknown_order", "There is no order " + shorten(id) + "."));
    }

    static String key(@Nullable String key) {
        if (key == null || key.isEmpty()) {
            throw new Problem(
                    Problem.Kind.MALFORMED,
                    "idempotency_key_missing",
                    "Send a header 'Idempotency-Key' with a text of your own, the same again when you retry.");
        }
        if (key.length() > MAX_KEY || key.chars().anyMatch(c -> c < 0x21 || c > 0x7E)) {
            throw new Problem(
                    Problem.Kind.MALFORMED,
                    "idempotency_key_invalid",
                    "'Idempotency-Key' must have 1 to " + MAX_KEY + " visible ASCII characters.");
        }
        return key;
    }

    private static @Nullable String text(String name, @Nullable String value) {
        boolean fits = value == null
                || (value.length() <= MAX_TEXT && value.codePoints().allMatch(Storable::character));
        if (!fits) {
            throw invalid(new Fault(
                    name, shorten(value), "must have at most " + MAX_TEXT + " characters and no control characters"));
        }
        return value;
    }

    static String required(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw invalid(new Fault(name, value, "is required"));
        }
        return value;
    }

    static Problem invalid(Fault fault) {
        return new Problem(
                Problem.Kind.INVALID,
                "invalid_request",
                "'" + fault.where() + "' " + fault.reason() + ".",
                List.of(fault));
    }

    private static String shorten(@Nullable String text) {
        return text == null || text.length() <= 64 ? String.valueOf(text) : text.substring(0, 64) + "...";
    }
}
