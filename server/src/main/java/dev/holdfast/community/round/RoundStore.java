package dev.holdfast.community.round;

import dev.holdfast.community.answer.AnswerRole;
import dev.holdfast.community.round.RoundDraft.RuleDraft;
import dev.holdfast.community.round.RoundDraft.TopicAnswer;
import dev.holdfast.launch.OrderId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of questions, topics and rounds.
final class RoundStore {
    /// Of one launch one thing at a time: a limit holds, and a number is given once.
    private static final String LOCK = "select pg_advisory_xact_lock(4017242, hashtext(:launch))";

    private static final String QUESTION = "select number, language, text, at from community.question";

    private static final String SAME =
            QUESTION + " where launch = :launch and member = :member and text = :text order by number limit 1";

    private static final String LOOSE = QUESTION + """
             where launch = :launch and topic is null and text <> '' and number > :after
            order by number limit :limit""";

    private static final String COUNT = """
            select count(*) from community.question where launch = :launch and member = :member""";

    private static final String ASK = """
            insert into community.question (launch, member, language, text, at)
            values (:launch, :member, :language, :text, :at) returning number, language, text, at""";

    private static final String OPEN = """
            insert into community.topic (launch, title_en, title_zh, at) values (:launch, :en, :zh, :at)
            returning number""";

    private static final String GROUP = """
            update community.question set topic = :topic where launch = :launch and number = any (:questions)""";

    private static final String TOPICS = """
            select t.number, t.title_en, t.title_zh,
              (select count(*) from community.question q where q.topic = t.number) as questions
            from community.topic t where t.launch = :launch order by t.number""";

    private static final String LAST = "select coalesce(max(number), 0) from community.round where launch = :launch";

    private static final String PUBLISH = """
            insert into community.round (launch, number, role, role_en, role_zh, operator, at)
            values (:launch, :number, :role, :en, :zh, :operator, :at)""";

    private static final String ANSWER = """
            insert into community.round_answer (launch, round, topic, text_en, text_zh, rule)
            values (:launch, :round, :topic, :en, :zh, :rule)""";

    private static final String SET_RULE = """
            insert into community.launch_rule
              (launch, round, kind, text_en, text_zh, day, offer, from_position, to_position, done, at)
            values (:launch, :round, :kind, :en, :zh, :day, :offer, :first, :last, :first > :last, :at)
            returning number""";

    private final JdbcClient jdbc;
    private final RuleStore rules;

    RoundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.rules = new RuleStore(jdbc);
    }

    void lock(String launch) {
        jdbc.sql(LOCK).param("launch", launch).query((row, index) -> true).list();
    }

    Optional<Question> same(String launch, String member, String text) {
        return jdbc.sql(SAME)
                .param("launch", launch)
                .param("member", member)
                .param("text", text)
                .query((row, index) -> RoundRows.question(row))
                .optional();
    }

    int questionsOf(String launch, String member) {
        return jdbc.sql(COUNT)
                .param("launch", launch)
                .param("member", member)
                .query(Integer.class)
                .single();
    }

    Question ask(String launch, String member, String language, String text, Instant at) {
        return jdbc.sql(ASK)
                .param("launch", launch)
                .param("member", member)
                .param("language", language)
                .param("text", text)
                .param("at", Timestamp.from(at))
                .query((row, index) -> RoundRows.question(row))
                .single();
    }

    List<Question> loose(String launch, long after, int limit) {
        return jdbc.sql(LOOSE)
                .param("launch", launch)
                .param("after", after)
                .param("limit", limit)
                .query((row, index) -> RoundRows.question(row))
                .list();
    }

    long open(String launch, Map<String, String> title, Instant at) {
        return jdbc.sql(OPEN)
                .param("launch", launch)
                .param("en", title.get("en"))
                .param("zh", title.get("zh"))
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    /// @return how many of the questions are of this launch
    int group(String launch, long topic, List<Long> questions) {
        return jdbc.sql(GROUP)
                .param("launch", launch)
                .param("topic", topic)
                .param("questions", questions.toArray(Long[]::new))
                .update();
    }

    List<Topic> topics(String launch) {
        Map<Long, List<RoundAnswer>> answers = rules.answers(launch);
        return jdbc.sql(TOPICS)
                .param("launch", launch)
                .query((row, index) -> new Topic(
                        row.getLong("number"),
                        RoundRows.texts(row, "title"),
                        row.getLong("questions"),
                        answers.getOrDefault(row.getLong("number"), List.of())))
                .list();
    }

    /// The last round of a launch; 0: none.
    int last(String launch) {
        return jdbc.sql(LAST).param("launch", launch).query(Integer.class).single();
    }

    /// Joins the running transaction.
    ///
    /// @param positions that were taken in the launch's line until now
    void publish(RoundDraft draft, AnswerRole role, long positions, String operator, Instant at) {
        jdbc.sql(PUBLISH)
                .param("launch", draft.launch())
                .param("number", draft.number())
                .param("role", role.id())
                .param("en", role.name().get("en"))
                .param("zh", role.name().get("zh"))
                .param("operator", operator)
                .param("at", Timestamp.from(at))
                .update();
        for (TopicAnswer answer : draft.answers()) {
            RuleDraft rule = answer.rule();
            jdbc.sql(ANSWER)
                    .param("launch", draft.launch())
                    .param("round", draft.number())
                    .param("topic", answer.topic())
                    .param("en", answer.text().get("en"))
                    .param("zh", answer.text().get("zh"))
                    .param("rule", rule == null ? null : set(draft, rule, positions, at))
                    .update();
        }
    }

    private Long set(RoundDraft draft, RuleDraft rule, long positions, Instant at) {
        @Nullable Long from = rule.fromPosition();
        @Nullable Long to = rule.toPosition();
        return jdbc.sql(SET_RULE)
                .param("launch", draft.launch())
                .param("round", draft.number())
                .param("kind", rule.kind().name())
                .param("en", rule.text().get("en"))
                .param("zh", rule.text().get("zh"))
                .param("day", rule.day())
                .param("offer", rule.offer())
                .param("first", from == null ? 1 : from)
                .param("last", to == null ? positions : Math.min(to, positions))
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    List<LaunchRule> rules(String launch) {
        return rules.of(launch);
    }

    List<OrderId> touched(long rule, long afterPosition, int limit) {
        return rules.touched(rule, afterPosition, limit);
    }

    List<LaunchRule> rulesOf(OrderId order) {
        return rules.of(order);
    }
}
