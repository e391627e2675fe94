package dev.holdfast.community.round;

import dev.holdfast.community.answer.AnswerRole;
import dev.holdfast.community.answer.AnswerRoles;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.OrderId;
import dev.holdfast.member.Members;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of question rounds: what is asked before a launch, what is answered, and the rules that answers
/// set.
public final class QuestionRounds {
    public static final int MAX_PAGE = 200;
    public static final int MAX_QUESTION = 1_000;
    public static final int MAX_TITLE = 120;
    public static final int MAX_TEXT = 4_000;
    public static final int MAX_RULE = 1_000;

    /// Of one round.
    public static final int MAX_ANSWERS = 50;

    /// Of one launch.
    public static final int MAX_TOPICS = 200;

    /// Of one member about one launch.
    public static final int MAX_QUESTIONS = 10;

    private static final int MAX_ROUNDS = 100;

    private final RoundStore store;
    private final AnswerRoles roles;
    private final Launch launch;
    private final TransactionTemplate transactions;
    private final Members members;
    private final InstantSource clock;

    QuestionRounds(
            RoundStore store,
            AnswerRoles roles,
            Launch launch,
            TransactionTemplate transactions,
            Members members,
            InstantSource clock) {
        this.store = store;
        this.roles = roles;
        this.launch = launch;
        this.transactions = transactions;
        this.members = members;
        this.clock = clock;
    }

    /// Takes a member's question; the very same one again is the same question.
    ///
    /// @throws Problem UNKNOWN when there is no such launch; INVALID; CONFLICT `too_many_questions`
    public Question ask(String slug, String member, String language, String text) {
        launch.number(slug);
        RoundCheck.question(language, text);
        return Objects.requireNonNull(transactions.execute(status -> {
            store.lock(slug);
            return store.same(slug, member, text).orElseGet(() -> {
                if (store.questionsOf(slug, member) >= MAX_QUESTIONS) {
                    throw new Problem(
                            Problem.Kind.CONFLICT,
                            "too_many_questions",
                            "You asked " + MAX_QUESTIONS + " questions about this launch. Wait for the next round.");
                }
                return store.ask(slug, member, language, text, now());
            });
        }));
    }

    /// Questions that belong to no topic yet, the oldest first.
    ///
    /// @param after the number of the last one seen; 0: from the start
    public List<Question> loose(String slug, long after, int limit) {
        launch.number(slug);
        return store.loose(slug, after, Math.clamp(limit, 1, MAX_PAGE));
    }

    /// Everything that was asked and answered, by topic.
    public List<Topic> topics(String slug) {
        launch.number(slug);
        return store.topics(slug);
    }

    /// @return the topic's number
    /// @throws Problem INVALID; CONFLICT `too_many_topics`
    public long open(String slug, Map<String, String> title, String operator) {
        launch.number(slug);
        RoundCheck.title(title);
        return Objects.requireNonNull(transactions.execute(status -> {
            store.lock(slug);
            if (store.topics(slug).size() >= MAX_TOPICS) {
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "too_many_topics",
                        "There are " + MAX_TOPICS + " topics already. Group questions under one of them.");
            }
            long topic = store.open(slug, title, now());
            members.audit(operator, "open_topic", slug, "topic " + topic);
            return topic;
        }));
    }

    /// Puts questions under a topic; one that lies under another moves.
    ///
    /// @throws Problem INVALID when there is no such topic, or no such question of this launch
    public void group(String slug, long topic, List<Long> questions, String operator) {
        launch.number(slug);
        transactions.executeWithoutResult(status -> {
            store.lock(slug);
            boolean known = store.topics(slug).stream().anyMatch(there -> there.number() == topic);
            if (!known || questions.size() > MAX_PAGE || store.group(slug, topic, questions) != questions.size()) {
                throw new Problem(
                        Problem.Kind.INVALID,
                        "invalid_round",
                        "Nothing was grouped: name a topic of this launch, and up to " + MAX_PAGE
                                + " of its questions, each once.",
                        List.of(new Fault("topic", Long.toString(topic), "or a question is not of this launch")));
            }
            members.audit(operator, "group_questions", slug, questions.size() + " under topic " + topic);
        });
    }

    /// The number of the next round.
    public int next(String slug) {
        launch.number(slug);
        return store.last(slug) + 1;
    }

    /// Publishes the next round, whole and for ever. The orders that its rules touch are those there are
    /// now; they are found and told by the clock.
    ///
    /// @throws Problem UNKNOWN; INVALID with every fault; FORBIDDEN `not_a_signer`; CONFLICT `round_taken`
    public void publish(RoundDraft draft, String operator) {
        LaunchView view = launch.look(draft.launch());
        AnswerRole role = roles.signing(draft.role(), operator)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.INVALID,
                        "invalid_round",
                        "Nothing was changed: 'role' is no role that signs answers.",
                        List.of(new Fault("role", null, "is no role that signs answers"))));
        transactions.executeWithoutResult(status -> {
            store.lock(draft.launch());
            RoundCheck.round(
                    draft,
                    view.definition(),
                    store.topics(draft.launch()).stream().map(Topic::number).collect(Collectors.toSet()));
            refuseUnlessNext(draft);
            store.publish(draft, role, view.line().positions(), operator, now());
            members.audit(
                    operator,
                    "publish_round",
                    draft.launch(),
                    "round " + draft.number() + ", " + draft.answers().size() + " answers");
        });
    }

    /// Every rule of a launch, the oldest first.
    public List<LaunchRule> rules(String slug) {
        launch.number(slug);
        return store.rules(slug);
    }

    /// The orders that a rule touches, by position.
    ///
    /// @param afterPosition of the last one seen; 0: from the start
    /// @throws Problem UNKNOWN when the launch has no such rule
    public List<OrderId> touched(String slug, long rule, long afterPosition, int limit) {
        if (rules(slug).stream().noneMatch(there -> there.number() == rule)) {
            throw new Problem(Problem.Kind.UNKNOWN, "unknown_rule", "There is no rule " + rule + " of this launch.");
        }
        return store.touched(rule, afterPosition, Math.clamp(limit, 1, MAX_PAGE));
    }

    /// The rules that touch an order, the oldest first: ask who may see it before.
    public List<LaunchRule> rulesOf(OrderId order) {
        return store.rulesOf(order);
    }

    private void refuseUnlessNext(RoundDraft draft) {
        int next = store.last(draft.launch()) + 1;
        if (draft.number() != next || next > MAX_ROUNDS) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "round_taken",
                    "The next round is " + next + " of at most " + MAX_ROUNDS + ", not " + draft.number()
                            + ". Read what was published meanwhile.");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
