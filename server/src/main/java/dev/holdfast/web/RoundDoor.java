package dev.holdfast.web;

import dev.holdfast.community.round.LaunchRule;
import dev.holdfast.community.round.Question;
import dev.holdfast.community.round.QuestionRounds;
import dev.holdfast.community.round.RoundAnswer;
import dev.holdfast.community.round.RoundDraft;
import dev.holdfast.community.round.Topic;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.OrderId;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Question rounds: what fans ask, what is answered, and the rules that answers set.
final class RoundDoor implements Door {
    private static final int MAX_BODY = 1024 * 1024;
    private static final int PAGE = 100;

    private final QuestionRounds rounds;
    private final Doorkeeper doorkeeper;

    RoundDoor(QuestionRounds rounds, Doorkeeper doorkeeper) {
        this.rounds = rounds;
        this.doorkeeper = doorkeeper;
    }

    private record QuestionRequest(
            @Nullable String language, @Nullable String text) {}

    private record TopicRequest(@Nullable Map<String, String> title) {}

    private record GroupRequest(
            @Nullable Long topic, @Nullable List<Long> questions) {}

    private record RuleRequest(
            LaunchRule.@Nullable Kind kind,
            @Nullable Map<String, String> text,
            @Nullable LocalDate day,
            @Nullable String offer,
            @Nullable Long fromPosition,
            @Nullable Long toPosition) {}

    private record AnswerRequest(
            @Nullable Long topic,
            @Nullable Map<String, String> text,
            @Nullable RuleRequest rule) {}

    private record RoundRequest(
            @Nullable Integer round,
            @Nullable String role,
            @Nullable List<AnswerRequest> answers) {}

    @Override
    public void addTo(Routes routes) {
        routes.add("GET", "launches/*/questions", this::topics)
                .add("POST", "launches/*/questions", this::ask)
                .add("GET", "operator/launches/*/questions", this::loose)
                .add("POST", "operator/launches/*/questions/topic", this::group)
                .add("POST", "operator/launches/*/topics", this::open)
                .add("POST", "operator/launches/*/rounds", this::publish)
                .add("GET", "operator/launches/*/rules/*/orders", this::touched);
    }

    private void topics(Exchange exchange) throws IOException {
        doorkeeper.admitAnybody(exchange);
        write(exchange, 200);
    }

    private void write(Exchange exchange, int status) throws IOException {
        String slug = exchange.name(0);
        List<Topic> topics = rounds.topics(slug);
        List<LaunchRule> rules = rounds.rules(slug);
        int next = rounds.next(slug);
        exchange.json(status, Json.object(json -> {
            json.writeNumberProperty("nextRound", next);
            json.writeArrayPropertyStart("topics");
            topics.forEach(topic -> write(json, topic));
            json.writeEndArray();
            rules(json, rules);
        }));
    }

    private void ask(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        QuestionRequest request = Json.read(exchange.body(MAX_BODY), QuestionRequest.class);
        Question question = rounds.ask(
                exchange.name(0),
                asking.member(),
                FanDoor.required("language", request.language),
                FanDoor.required("text", request.text));
        exchange.json(201, Json.object(json -> write(json, question)));
    }

    private void loose(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        int limit = (int) exchange.number("limit", PAGE, 1, QuestionRounds.MAX_PAGE);
        long after = exchange.number("after", 0, 0, Long.MAX_VALUE);
        List<Question> loose = rounds.loose(exchange.name(0), after, limit);
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("questions");
            for (Question question : loose) {
                json.writeStartObject();
                write(json, question);
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    private void open(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        TopicRequest request = Json.read(exchange.body(MAX_BODY), TopicRequest.class);
        long topic = rounds.open(exchange.name(0), texts(request.title), asking.member());
        exchange.json(201, Json.object(json -> json.writeNumberProperty("topic", topic)));
    }

    private void group(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        GroupRequest request = Json.read(exchange.body(MAX_BODY), GroupRequest.class);
        rounds.group(
                exchange.name(0),
                Objects.requireNonNullElse(request.topic, 0L),
                Objects.requireNonNullElse(request.questions, List.of()),
                asking.member());
        write(exchange, 200);
    }

    private void publish(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.OPERATOR);
        RoundRequest request = Json.read(exchange.body(MAX_BODY), RoundRequest.class);
        List<AnswerRequest> answers = Objects.requireNonNullElse(request.answers, List.of());
        RoundDraft draft = new RoundDraft(
                exchange.name(0),
                Objects.requireNonNullElse(request.round, 0),
                FanDoor.required("role", request.role),
                answers.stream().map(RoundDoor::answer).toList());
        rounds.publish(draft, asking.member());
        write(exchange, 201);
    }

    private static RoundDraft.TopicAnswer answer(AnswerRequest request) {
        return new RoundDraft.TopicAnswer(
                Objects.requireNonNullElse(request.topic, 0L),
                texts(request.text),
                request.rule == null ? null : rule(request.rule));
    }

    private static RoundDraft.RuleDraft rule(RuleRequest request) {
        if (request.kind == null) {
            throw FanDoor.invalid(new Fault("rule.kind", null, "is required: lock_date, refund or queue"));
        }
        return new RoundDraft.RuleDraft(
                request.kind,
                texts(request.text),
                request.day,
                request.offer,
                request.fromPosition,
                request.toPosition);
    }

    private void touched(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        int limit = (int) exchange.number("limit", PAGE, 1, QuestionRounds.MAX_PAGE);
        long after = exchange.number("after", 0, 0, Long.MAX_VALUE);
        List<OrderId> touched = rounds.touched(exchange.name(0), number(exchange.name(1)), after, limit);
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("orders");
            for (OrderId order : touched) {
                json.writeStartObject();
                json.writeStringProperty("order", order.toString());
                json.writeNumberProperty("position", order.position());
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException none) {
            throw new Problem(
                    Problem.Kind.UNKNOWN, "unknown_rule", "There is no rule of that number.", List.of(), none);
        }
    }

    private static Map<String, String> texts(@Nullable Map<String, String> texts) {
        return Objects.requireNonNullElse(texts, Map.of());
    }

    private static void write(JsonGenerator json, Question question) {
        json.writeNumberProperty("number", question.number());
        json.writeStringProperty("language", question.language());
        json.writeStringProperty("text", question.text());
        json.writeStringProperty("at", question.at().toString());
    }

    private static void write(JsonGenerator json, Topic topic) {
        json.writeStartObject();
        json.writeNumberProperty("topic", topic.number());
        LaunchJson.texts(json, "title", topic.title());
        json.writeNumberProperty("questions", topic.questions());
        json.writeArrayPropertyStart("answers");
        for (RoundAnswer answer : topic.answers()) {
            json.writeStartObject();
            json.writeNumberProperty("round", answer.round());
            LaunchJson.texts(json, "roleName", answer.roleName());
            LaunchJson.texts(json, "text", answer.text());
            LaunchRule rule = answer.rule();
            if (rule == null) {
                json.writeNullProperty("rule");
            } else {
                json.writeNumberProperty("rule", rule.number());
            }
            json.writeStringProperty("at", answer.at().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /// Rules, of a launch or of one order.
    static void rules(JsonGenerator json, List<LaunchRule> rules) {
        json.writeArrayPropertyStart("rules");
        for (LaunchRule rule : rules) {
            json.writeStartObject();
            json.writeNumberProperty("number", rule.number());
            json.writeNumberProperty("round", rule.round());
            json.writeStringProperty("kind", rule.kind().name().toLowerCase(Locale.ROOT));
            LaunchJson.texts(json, "text", rule.text());
            LocalDate day = rule.day();
            json.writeStringProperty("day", day == null ? null : day.toString());
            json.writeStringProperty("offer", rule.offer());
            json.writeNumberProperty("fromPosition", rule.fromPosition());
            json.writeNumberProperty("toPosition", rule.toPosition());
            json.writeNumberProperty("touched", rule.touched());
            json.writeBooleanProperty("allTold", rule.done());
            json.writeStringProperty("at", rule.at().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
