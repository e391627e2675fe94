package dev.holdfast.web;

import dev.holdfast.community.points.Earned;
import dev.holdfast.community.points.Earning;
import dev.holdfast.community.points.KeptReward;
import dev.holdfast.community.points.KeptRule;
import dev.holdfast.community.points.Points;
import dev.holdfast.community.points.Reservation;
import dev.holdfast.community.points.Reward;
import dev.holdfast.community.points.Rewards;
import dev.holdfast.community.points.Rule;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How operators run points: rules, rewards, what is earned, handed over and taken back, and what it all comes to.
final class PointsDeskDoor {
    private static final int MAX_BODY = 16 * 1024;
    private static final int PAGE = 100;

    private final Points points;
    private final Rewards rewards;
    private final Doorkeeper doorkeeper;

    PointsDeskDoor(Points points, Rewards rewards, Doorkeeper doorkeeper) {
        this.points = points;
        this.rewards = rewards;
        this.doorkeeper = doorkeeper;
    }

    /// What becomes of points that are taken back after they were spent.
    private enum Spent {
        OWED,
        FORGIVEN
    }

    private record RuleRequest(
            @Nullable Map<String, String> name,
            @Nullable Long points,
            @Nullable Long mostPerDay,
            @Nullable ZoneId timeZone,
            @Nullable Duration activeAfter,
            @Nullable Duration life,
            @Nullable Spent spent,
            @Nullable Boolean open) {}

    private record RewardRequest(
            @Nullable Map<String, String> name,
            @Nullable Long price,
            @Nullable Long stock,
            @Nullable Duration holdFor,
            @Nullable Duration returnWithin,
            @Nullable Boolean open) {}

    private record EarnRequest(
            @Nullable String member,
            @Nullable String rule,
            @Nullable String activity,
            @Nullable Long points) {}

    private record ClawBackRequest(
            @Nullable String rule,
            @Nullable String activity,
            @Nullable String reason) {}

    private record DecisionRequest(@Nullable String note) {}

    void addTo(Routes routes) {
        routes.add("GET", "operator/points/rules", this::rules)
                .add("PUT", "operator/points/rules/*", this::defineRule)
                .add("GET", "operator/points/rewards", this::rewards)
                .add("PUT", "operator/points/rewards/*", this::defineReward)
                .add("POST", "operator/points/earnings", this::earn)
                .add("POST", "operator/points/clawbacks", this::clawBack)
                .add("GET", "operator/points/reservations", this::reservations)
                .add("POST", "operator/points/reservations/*/confirm", this::confirm)
                .add("POST", "operator/points/reservations/*/release", this::release)
                .add("POST", "operator/points/reservations/*/return", this::giveBack)
                .add("GET", "operator/points/report", this::report);
    }

    void rules(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        exchange.json(200, Json.object(json -> PointsJson.rules(json, points.rules(), true)));
    }

    void defineRule(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        RuleRequest wish = Json.read(exchange.body(MAX_BODY), RuleRequest.class);
        Rule rule = new Rule(
                Objects.requireNonNullElse(wish.name(), Map.of()),
                required("points", wish.points()),
                wish.mostPerDay(),
                required("timeZone", wish.timeZone()),
                Objects.requireNonNullElse(wish.activeAfter(), Duration.ZERO),
                required("life", wish.life()),
                required("spent", wish.spent()) == Spent.OWED,
                Objects.requireNonNullElse(wish.open(), true));
        KeptRule kept = points.define(exchange.name(0), rule, asking.member());
        exchange.json(200, Json.object(json -> PointsJson.rule(json, kept, true)));
    }

    void rewards(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        exchange.json(200, Json.object(json -> PointsJson.rewards(json, rewards.all(true))));
    }

    void defineReward(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        RewardRequest wish = Json.read(exchange.body(MAX_BODY), RewardRequest.class);
        Reward reward = new Reward(
                Objects.requireNonNullElse(wish.name(), Map.of()),
                required("price", wish.price()),
                required("stock", wish.stock()),
                required("holdFor", wish.holdFor()),
                Objects.requireNonNullElse(wish.returnWithin(), Duration.ZERO),
                Objects.requireNonNullElse(wish.open(), true));
        KeptReward kept = rewards.define(exchange.name(0), reward, asking.member());
        exchange.json(200, Json.object(json -> PointsJson.reward(json, kept)));
    }

    void earn(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        EarnRequest wish = Json.read(exchange.body(MAX_BODY), EarnRequest.class);
        Earning earning = points.earn(
                new Earning.Activity(
                        required("member", wish.member()),
                        required("rule", wish.rule()),
                        required("activity", wish.activity()),
                        wish.points()),
                asking.member());
        if (earning.replayed()) {
            exchange.response().setHeader("Idempotent-Replay", "true");
        }
        exchange.json(earning.replayed() ? 200 : 201, Json.object(json -> PointsJson.earned(json, earning.earned())));
    }

    void clawBack(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        ClawBackRequest wish = Json.read(exchange.body(MAX_BODY), ClawBackRequest.class);
        Earned earned = points.clawBack(
                required("rule", wish.rule()),
                required("activity", wish.activity()),
                required("reason", wish.reason()),
                asking.member());
        exchange.json(200, Json.object(json -> PointsJson.earned(json, earned)));
    }

    void reservations(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        Reservation.State state = state(exchange.parameter("state"));
        long after = exchange.number("after", 0, 0, Long.MAX_VALUE);
        int limit = (int) exchange.number("limit", PAGE, 1, Rewards.MAX_PAGE);
        List<Reservation> page = rewards.in(state, after, limit);
        exchange.json(200, Json.object(json -> {
            PointsJson.reservations(json, page);
            if (page.size() < limit) {
                json.writeNullProperty("next");
            } else {
                json.writeNumberProperty("next", page.getLast().number());
            }
        }));
    }

    private static Reservation.State state(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Reservation.State.RESERVED;
        }
        for (Reservation.State state : Reservation.State.values()) {
            if (state.name().equals(text.toUpperCase(Locale.ROOT))) {
                return state;
            }
        }
        throw new Problem(
                Problem.Kind.INVALID,
                "invalid_parameter",
                "'state' must be one of " + List.of(Reservation.State.values()) + ".");
    }

    void confirm(Exchange exchange) throws IOException {
        decide(exchange, Reservation.State.CONFIRMED);
    }

    void release(Exchange exchange) throws IOException {
        decide(exchange, Reservation.State.RELEASED);
    }

    void giveBack(Exchange exchange) throws IOException {
        decide(exchange, Reservation.State.RETURNED);
    }

    private void decide(Exchange exchange, Reservation.State to) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        byte[] body = exchange.body(MAX_BODY);
        String note =
                body.length == 0 ? null : Json.read(body, DecisionRequest.class).note();
        Reservation reservation = rewards.decide(
                PointsJson.number(exchange.name(0)), to, Objects.requireNonNullElse(note, ""), asking.member());
        exchange.json(200, Json.object(json -> PointsJson.reservation(json, reservation)));
    }

    void report(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        exchange.json(200, Json.object(json -> PointsJson.report(json, points.report())));
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Json.invalid(new Fault(field, null, "is required"));
        }
        return value;
    }
}
