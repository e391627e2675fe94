package dev.holdfast.web;

import dev.holdfast.community.points.Points;
import dev.holdfast.community.points.Reservation;
import dev.holdfast.community.points.Rewards;
import dev.holdfast.community.points.Spending;
import dev.holdfast.community.points.Statement;
import dev.holdfast.kernel.Problem.Fault;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A member's own points, and what they are spent on.
final class PointsDoor {
    private static final int MAX_BODY = 4 * 1024;
    private static final int PAGE = 50;

    private final Points points;
    private final Rewards rewards;
    private final Doorkeeper doorkeeper;

    PointsDoor(Points points, Rewards rewards, Doorkeeper doorkeeper) {
        this.points = points;
        this.rewards = rewards;
        this.doorkeeper = doorkeeper;
    }

    private record ReservationRequest(@Nullable String reward) {}

    void addTo(Routes routes) {
        routes.add("GET", "me/points", this::statement)
                .add("GET", "me/points/reservations", this::reservations)
                .add("POST", "me/points/reservations", this::reserve)
                .add("POST", "me/points/reservations/*/release", this::release)
                .add("GET", "points/rules", this::rules)
                .add("GET", "points/rewards", this::rewards);
    }

    void statement(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        long before = exchange.number("before", Long.MAX_VALUE, 1, Long.MAX_VALUE);
        int limit = (int) exchange.number("limit", PAGE, 1, Points.MAX_PAGE);
        Statement statement = points.statement(asking.member(), before, limit);
        exchange.json(200, Json.object(json -> PointsJson.statement(json, statement)));
    }

    /// How points are earned; for everybody, as what it promises is promised to everybody.
    void rules(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        exchange.json(200, Json.object(json -> PointsJson.rules(json, points.rules(), false)));
    }

    void rewards(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        exchange.json(200, Json.object(json -> PointsJson.rewards(json, rewards.all(false))));
    }

    void reservations(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        List<Reservation> own = rewards.of(asking.member());
        exchange.json(200, Json.object(json -> PointsJson.reservations(json, own)));
    }

    void reserve(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        String key = FanDoor.key(exchange.header("Idempotency-Key"));
        String reward =
                Json.read(exchange.body(MAX_BODY), ReservationRequest.class).reward();
        if (reward == null) {
            throw Json.invalid(new Fault("reward", null, "is required: the name of a reward"));
        }
        switch (rewards.reserve(asking.member(), key, reward)) {
            case Spending.Reserved(Reservation reservation, boolean replayed) -> {
                if (replayed) {
                    exchange.response().setHeader("Idempotent-Replay", "true");
                }
                exchange.json(replayed ? 200 : 201, Json.object(json -> PointsJson.reservation(json, reservation)));
            }
            case Spending.TooFewPoints few ->
                refuse(
                        exchange,
                        409,
                        "too_few_points",
                        "This reward costs " + few.price() + " points, and " + few.active() + " can be spent.",
                        Map.of("active", Long.toString(few.active())));
            case Spending.OutOfStock gone ->
                refuse(
                        exchange,
                        409,
                        "reward_gone",
                        "No piece of '" + gone.reward() + "' is left. A reservation may still be given up: look again.",
                        Map.of());
            case Spending.RewardClosed closed ->
                refuse(exchange, 409, "reward_closed", "'" + closed.reward() + "' cannot be reserved now.", Map.of());
        }
    }

    private static void refuse(Exchange exchange, int status, String code, String detail, Map<String, String> more)
            throws IOException {
        ProblemJson.write(exchange, status, code, detail, List.of(), more);
    }

    void release(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        Reservation released = rewards.release(PointsJson.number(exchange.name(0)), asking.member());
        exchange.json(200, Json.object(json -> PointsJson.reservation(json, released)));
    }
}
