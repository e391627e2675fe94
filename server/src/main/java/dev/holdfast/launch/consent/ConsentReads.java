package dev.holdfast.launch.consent;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.Consent;
import dev.holdfast.launch.OpenConsent;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderHistory.CompensationGiven;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Settlement;
import dev.holdfast.launch.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads consent and compensation for those who ask about an order or a launch.
public final class ConsentReads {
    private static final String COLUMNS = """
            select f.order_id, f.number, f.state, f.slips, f.agreed, f.promised_from, f.silence_keeps, f.payback,
              f.reason, f.asked_at, f.answer_by, f.at, l.definition->>'ruleSet' as rule_set
            from launch.consent f join launch.launch l on l.number = f.launch
            """;

    static final String OF_ORDER =
            COLUMNS + " where f.order_id = :order and " + ConsentBook.COUNTS + " order by f.number desc limit 1";

    /// A question that is open is its order's last row, and the order is live.
    static final String OPEN = COLUMNS + """
             join launch.orders o on o.id = f.order_id
            where f.launch = :launch and f.state = 'ASKED' and o.live
              and (:after::uuid is null or (f.answer_by, f.number) > (
                select a.answer_by, a.number from launch.consent a
                where a.order_id = :after and a.state = 'ASKED' order by a.number desc limit 1))
              and not exists (
                select from launch.consent n
                where n.order_id = f.order_id and n.number > f.number
                  and (n.plan_run is null or exists (
                    select from launch.publication q where q.launch = n.launch and q.run = n.plan_run)))
              and
            """ + ConsentBook.COUNTS + " order by f.answer_by, f.number limit :limit";

    static final String COMPENSATION = """
            select f.rule, f.amount, f.currency, f.set_off, f.at, s.way, s.reference, s.at as settled_at
            from launch.compensation f
            left join launch.settlement s on s.order_id = f.order_id and s.compensation = f.number
            where f.order_id = :order and
            """ + ConsentBook.COUNTS + " order by f.number";

    private final JdbcClient jdbc;

    public ConsentReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What its member was last asked; empty when nothing ever slipped.
    public Optional<Consent> of(Order order) {
        return jdbc.sql(OF_ORDER)
                .param("order", order.id().value())
                .query((row, number) -> consent(row, order))
                .optional()
                .flatMap(found -> found);
    }

    public List<CompensationGiven> compensation(Order order) {
        return jdbc.sql(COMPENSATION)
                .param("order", order.id().value())
                .query((row, number) -> given(row, order.live()))
                .list();
    }

    /// What was to go off the balance, or went off it, ends with the order; what was paid stays paid.
    private static CompensationGiven given(ResultSet row, boolean live) throws SQLException {
        String way = row.getString("way");
        Settlement settlement = way == null
                ? null
                : new Settlement(
                        Settlement.Way.valueOf(way),
                        row.getString("reference"),
                        ConsentBook.instant(row, "settled_at"));
        boolean paid = settlement != null && settlement.way() == Settlement.Way.PAID;
        return new CompensationGiven(
                row.getString("rule"),
                new Money(row.getLong("amount"), row.getString("currency")),
                row.getBoolean("set_off"),
                row.getBoolean("set_off") && !paid && !live,
                ConsentBook.instant(row, "at"),
                settlement);
    }

    /// The open questions of a launch, the most urgent first.
    ///
    /// @param after the last order of the page before; null: from the start
    public List<OpenConsent> open(int launch, @Nullable OrderId after, int limit) {
        return jdbc.sql(OPEN)
                .param("launch", launch)
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query((row, number) -> open(row))
                .list();
    }

    private static OpenConsent open(ResultSet row) throws SQLException {
        Question question = Objects.requireNonNull(ConsentBook.standing(row).question(), "an open question");
        return new OpenConsent(
                new OrderId(row.getObject("order_id", UUID.class)),
                Window.ofWeek(question.agreed()),
                question.window() == null ? null : Window.ofWeek(question.window()),
                question.slips(),
                question.reason(),
                question.askedAt(),
                question.answerBy(),
                question.silenceKeeps());
    }

    private static long binding(ResultSet row, Order order) throws SQLException {
        return RuleSets.of(Objects.requireNonNullElse(row.getString("rule_set"), RuleSets.DEFAULT))
                .binding(order.deposit().amount(), order.price().amount());
    }

    private static Optional<Consent> consent(ResultSet row, Order order) throws SQLException {
        Standing standing = ConsentBook.standing(row);
        Question question = standing.question();
        if (question == null) {
            return Optional.empty();
        }
        String currency = order.deposit().currency();
        return Optional.of(new Consent(
                standing.state(),
                Window.ofWeek(question.agreed()),
                question.window() == null ? null : Window.ofWeek(question.window()),
                question.reason(),
                question.askedAt(),
                question.answerBy(),
                question.silenceKeeps(),
                order.deposit(),
                new Money(question.payback() > 1 ? binding(row, order) : 0, currency),
                ConsentBook.instant(row, "at")));
    }
}
