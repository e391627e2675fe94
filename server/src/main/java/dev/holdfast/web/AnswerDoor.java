package dev.holdfast.web;

import dev.holdfast.community.answer.Answer;
import dev.holdfast.community.answer.AnswerRole;
import dev.holdfast.community.answer.AnswerRoles;
import dev.holdfast.community.answer.Answers;
import dev.holdfast.community.answer.Draft;
import dev.holdfast.community.answer.Grant;
import dev.holdfast.community.answer.Preview;
import dev.holdfast.community.answer.PromisedWish;
import dev.holdfast.community.answer.SigningRole;
import dev.holdfast.community.answer.Waiting;
import dev.holdfast.community.wish.Decision;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Official answers: what everybody reads of them, and what the product team does.
final class AnswerDoor implements Door {
    private static final int MAX_BODY = 64 * 1024;
    private static final int PAGE = 50;

    private final Answers answers;
    private final AnswerRoles roles;
    private final Doorkeeper doorkeeper;

    AnswerDoor(Answers answers, AnswerRoles roles, Doorkeeper doorkeeper) {
        this.answers = answers;
        this.roles = roles;
        this.doorkeeper = doorkeeper;
    }

    private record RoleRequest(@Nullable Map<String, String> name) {}

    private record SignerRequest(
            @Nullable String member,
            @Nullable Boolean signs,
            @Nullable Boolean grants) {}

    private record AnswerRequest(
            @Nullable String role,
            @Nullable Decision decision,
            @Nullable Map<String, String> reason,
            @Nullable LocalDate promisedBy,
            @Nullable Integer after) {}

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "answers", this::board)
                .add("GET", "answers/promises", this::promises)
                .add("GET", "answers/rules", this::rules)
                .add("GET", "wishes/*/answers", this::ofWish)
                .add("GET", "operator/answer-roles", this::signers)
                .add("PUT", "operator/answer-roles/*", this::role)
                .add("PUT", "operator/answer-roles/*/signers", this::sign)
                .add("GET", "operator/answers/inbox", this::inbox)
                .add("POST", "operator/wishes/*/answers", this::answer);
    }

    private void board(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        List<Waiting> overdue = answers.waiting(null, true, skip(exchange), limit(exchange));
        exchange.json(200, Json.object(json -> {
            AnswerJson.figures(json, answers.figures());
            AnswerJson.waiting(json, "overdue", overdue);
        }));
    }

    private void promises(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        List<PromisedWish> promises = answers.promises(state(exchange), skip(exchange), limit(exchange));
        exchange.json(200, Json.object(json -> AnswerJson.promises(json, promises)));
    }

    private static PromisedWish.State state(Exchange exchange) {
        String text = Objects.requireNonNullElse(exchange.parameter("state"), "due");
        for (PromisedWish.State state : PromisedWish.State.values()) {
            if (state.name().toLowerCase(Locale.ROOT).equals(text)) {
                return state;
            }
        }
        throw new Problem(
                Problem.Kind.INVALID, "invalid_parameter", "'state' must be due, overdue, kept or withdrawn.");
    }

    private void rules(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        exchange.json(200, Json.object(json -> AnswerJson.rules(json, roles.all())));
    }

    private void ofWish(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        write(exchange, wish(exchange));
    }

    private void role(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        RoleRequest request = Json.read(exchange.body(MAX_BODY), RoleRequest.class);
        roles.define(new AnswerRole(exchange.name(0), texts(request.name)), asking.member());
        exchange.json(200, Json.object(json -> AnswerJson.rules(json, roles.all())));
    }

    private void signers(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        List<SigningRole> all = roles.withSigners();
        exchange.json(200, Json.object(json -> AnswerJson.signers(json, all, asking.member())));
    }

    private void sign(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        SignerRequest request = Json.read(exchange.body(MAX_BODY), SignerRequest.class);
        Boolean signs = request.signs;
        if (signs == null) {
            throw FanDoor.invalid(new Fault("signs", null, "is required: false ends it"));
        }
        Grant grant = new Grant(
                exchange.name(0),
                FanDoor.required("member", request.member),
                signs,
                Boolean.TRUE.equals(request.grants));
        SigningRole after = roles.grant(grant, asking.member());
        exchange.json(200, Json.object(json -> AnswerJson.signers(json, after, asking.member())));
    }

    private void inbox(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        List<Waiting> waiting = answers.waiting(null, false, skip(exchange), limit(exchange));
        exchange.json(200, Json.object(json -> AnswerJson.waiting(json, "waiting", waiting)));
    }

    private void answer(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        Draft draft = draft(exchange, Json.read(exchange.body(MAX_BODY), AnswerRequest.class));
        if (FanDoor.preview(exchange.parameter("preview"))) {
            Preview preview = answers.preview(draft, asking.member());
            exchange.json(200, Json.object(json -> AnswerJson.preview(json, preview)));
            return;
        }
        Answer given = answers.answer(draft, asking.member());
        exchange.json(201, Json.object(json -> AnswerJson.answer(json, given)));
    }

    private static Draft draft(Exchange exchange, AnswerRequest request) {
        Decision decision = request.decision;
        if (decision == null) {
            throw FanDoor.invalid(new Fault("decision", null, "is required"));
        }
        return new Draft(
                wish(exchange),
                FanDoor.required("role", request.role),
                decision,
                texts(request.reason),
                request.promisedBy,
                request.after);
    }

    private void write(Exchange exchange, WishId wish) throws IOException {
        var found = answers.ofWish(wish);
        exchange.json(200, Json.object(json -> AnswerJson.ofWish(json, found)));
    }

    private static Map<String, String> texts(@Nullable Map<String, String> texts) {
        return Objects.requireNonNullElse(texts, Map.of());
    }

    private static WishId wish(Exchange exchange) {
        return WishId.parse(exchange.name(0))
                .orElseThrow(
                        () -> new Problem(Problem.Kind.UNKNOWN, "unknown_wish", "There is no wish with such an id."));
    }

    private static int skip(Exchange exchange) {
        return (int) exchange.number("skip", 0, 0, Answers.MAX_SKIP);
    }

    private static int limit(Exchange exchange) {
        return (int) exchange.number("limit", PAGE, 1, Answers.MAX_PAGE);
    }
}
