package dev.holdfast.community.round;

import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of answers and of the rules they set.
final class RuleStore {
    private static final String COLUMNS = """
            r.number as rule, r.launch, r.round, r.kind, r.text_en as rule_en, r.text_zh as rule_zh, r.day, r.offer,
            r.from_position, r.to_position, r.touched, r.done, r.at""";

    private static final String ANSWERS = "select a.topic, a.text_en, a.text_zh, d.role_en, d.role_zh, d.number, "
            + "d.at as answered_at, " + COLUMNS + """

            from community.round_answer a
            join community.round d on d.launch = a.launch and d.number = a.round
            left join community.launch_rule r on r.number = a.rule
            where a.launch = :launch order by a.round""";

    private static final String OF_LAUNCH =
            "select " + COLUMNS + " from community.launch_rule r where r.launch = :launch order by r.number";

    private static final String OF_ORDER = "select " + COLUMNS + """

            from community.rule_order o join community.launch_rule r on r.number = o.rule
            where o.order_id = :order order by r.number""";

    private static final String ONE = "select " + COLUMNS + " from community.launch_rule r where r.number = :number";

    private static final String TOUCHED = """
            select order_id from community.rule_order where rule = :rule and position > :after
            order by position limit :limit""";

    /// Whoever walks along a rule is alone on it.
    private static final String NEXT_TO_TELL = "select r.told_position, " + COLUMNS + """

            from community.launch_rule r where not r.done order by r.number limit 1 for update skip locked""";

    private static final String TOUCH = """
            insert into community.rule_order (rule, position, order_id, member)
            select :rule, o.position, o.id, o.member
            from unnest(:positions::bigint[], :orders::uuid[], :members::text[]) as o (position, id, member)""";

    private static final String TOLD = """
            update community.launch_rule set told_position = :position, touched = touched + :touched, done = :done
            where number = :rule""";

    private final JdbcClient jdbc;

    RuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A rule whose orders are not all told.
    ///
    /// @param toldPosition up to which they are
    record ToTell(LaunchRule rule, long toldPosition) {}

    /// By topic, the oldest first.
    Map<Long, List<RoundAnswer>> answers(String launch) {
        Map<Long, List<RoundAnswer>> byTopic = new HashMap<>();
        jdbc.sql(ANSWERS)
                .param("launch", launch)
                .query((row, index) -> byTopic.computeIfAbsent(row.getLong("topic"), topic -> new ArrayList<>())
                        .add(new RoundAnswer(
                                row.getInt("number"),
                                RoundRows.texts(row, "role"),
                                RoundRows.texts(row, "text"),
                                row.getString("kind") == null ? null : RoundRows.rule(row),
                                row.getTimestamp("answered_at").toInstant())))
                .list();
        return byTopic;
    }

    List<LaunchRule> of(String launch) {
        return jdbc.sql(OF_LAUNCH)
                .param("launch", launch)
                .query((row, index) -> RoundRows.rule(row))
                .list();
    }

    List<LaunchRule> of(OrderId order) {
        return jdbc.sql(OF_ORDER)
                .param("order", order.value())
                .query((row, index) -> RoundRows.rule(row))
                .list();
    }

    Optional<LaunchRule> find(long number) {
        return jdbc.sql(ONE)
                .param("number", number)
                .query((row, index) -> RoundRows.rule(row))
                .optional();
    }

    List<OrderId> touched(long rule, long afterPosition, int limit) {
        return jdbc.sql(TOUCHED)
                .param("rule", rule)
                .param("after", afterPosition)
                .param("limit", limit)
                .query((row, index) -> new OrderId(row.getObject("order_id", UUID.class)))
                .list();
    }

    Optional<ToTell> nextToTell() {
        return jdbc.sql(NEXT_TO_TELL)
                .query((row, index) -> new ToTell(RoundRows.rule(row), row.getLong("told_position")))
                .optional();
    }

    /// Joins the running transaction, which holds the rule's lock.
    ///
    /// @param position up to which all were looked at
    void told(LaunchRule rule, List<Order> touched, long position, boolean done) {
        jdbc.sql(TOUCH)
                .param("rule", rule.number())
                .param("positions", touched.stream().map(Order::position).toArray(Long[]::new))
                .param(
                        "orders",
                        touched.stream().map(order -> order.id().value()).toArray(UUID[]::new))
                .param("members", touched.stream().map(Order::member).toArray(String[]::new))
                .update();
        jdbc.sql(TOLD)
                .param("rule", rule.number())
                .param("position", position)
                .param("touched", touched.size())
                .param("done", done)
                .update();
    }
}
