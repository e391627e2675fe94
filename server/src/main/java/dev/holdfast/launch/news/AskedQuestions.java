package dev.holdfast.launch.news;

import dev.holdfast.launch.Consent.State;
import dev.holdfast.launch.Explanation;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.consent.RuleSets;
import dev.holdfast.launch.intake.ExplanationStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what a member was asked about a later window, and what came of it.
final class AskedQuestions implements RowMapper<Told> {
    /// With what moved the window, where it was this that asked; and with the money, once it is on its way.
    static final String COLUMNS = """
            c.order_id, c.number, c.state, c.actor, c.at, c.plan_run, c.slips, c.agreed, c.promised_from as asked_from,
            c.silence_keeps, c.payback, c.answer_by, coalesce(p.reason, c.reason) as reason, p.binding,
            p.promised_from, x.english, x.chinese, o.member, o.offer, o.first_from, o.deposit, o.price,
            case when c.state in ('LEFT', 'LEFT_BY_SILENCE') then
              (select sum(r.amount) from launch.refund r where r.order_id = c.order_id) end as refund,
            case when c.state in ('LEFT', 'LEFT_BY_SILENCE') then
              (select sum(g.amount) from launch.compensation g
               where g.order_id = c.order_id and g.rule = 'deposit_doubled') end as doubled""";

    static final String MOVE = """
            left join lateral (
              select e.launch, e.plan_run, e.promised_from, e.reason, e.binding, e.event from launch.promise e
              where e.order_id = c.order_id
                and (e.plan_run = c.plan_run or (e.plan_run is null and c.plan_run is null and e.at = c.at))
              order by e.number desc limit 1) p on true
            """ + ExplanationStore.JOIN;

    static final String PUBLISHED = PublishedRows.sql(COLUMNS, "launch.consent", "c", "", MOVE);

    static final String AT_ONCE = """
            select %s
            from launch.consent c
            join launch.orders o on o.id = c.order_id
            %s
            where c.launch = :launch and c.plan_run is null and c.number > :number
            order by c.number limit :max""".formatted(COLUMNS, MOVE);

    private static final String CLOCK = "clock";

    private final Catalogue catalogue;

    AskedQuestions(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static Stream published(JdbcClient jdbc, Catalogue catalogue) {
        return new PublishedRows("plan_consent", PUBLISHED, new AskedQuestions(catalogue), jdbc);
    }

    static Stream atOnce(JdbcClient jdbc, Catalogue catalogue) {
        return new BatchRows("consent", AT_ONCE, new AskedQuestions(catalogue), jdbc);
    }

    @Override
    public Told mapRow(ResultSet row, int index) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        // Whoever changes the order ends the question by that, and needs no letter about it.
        boolean mailed = state != State.WITHDRAWN || row.getString("actor").equals(CLOCK);
        return told(row, kind(state), state, row.getLong("number"), mailed);
    }

    Told told(ResultSet row, Kind kind, State state, long number, boolean mailed) throws SQLException {
        OrderId order = new OrderId(row.getObject("order_id", UUID.class));
        Catalogue.Names names = catalogue.of(order.launch());
        String member = row.getString("member");
        String now = state == State.WITHDRAWN ? "promised_from" : "asked_from";
        Map<String, String> explained = Explanation.words(row.getString("english"), row.getString("chinese"));
        Facts facts = new Facts(names.slug(), order, member, row.getString("offer"))
                .window("agreed", row.getObject("agreed", LocalDate.class))
                .window("now", row.getObject(now, LocalDate.class))
                .window("first", row.getObject("first_from", LocalDate.class))
                .with("reason", row.getString("reason"))
                .with("binding", row.getString("binding"))
                .with("explanation", explained.isEmpty() ? null : explained)
                .with("planRun", row.getObject("plan_run", Integer.class))
                .with("slips", row.getInt("slips"));
        switch (kind) {
            case CONSENT_ASKED, CONSENT_REMINDED -> question(facts, names, row);
            case CONSENT_KEPT -> facts.with("bySilence", state == State.KEPT_BY_SILENCE);
            case ORDER_CANCELLED_BY_DELAY -> {
                facts.with("bySilence", state == State.LEFT_BY_SILENCE);
                money(facts, names, row.getLong("refund"), row.getLong("doubled"));
            }
            case CONSENT_WITHDRAWN,
                    PROMISE_MOVED,
                    COMPENSATION_DUE,
                    COMPENSATION_SETTLED,
                    LOCK_ASKED,
                    CAMPAIGN_SUCCEEDED,
                    CAMPAIGN_FAILED,
                    PLEDGE_CAPTURED,
                    PLEDGE_REFUSED,
                    PLEDGE_DROPPED,
                    REVIEW_OPENED,
                    REVIEW_KEPT,
                    REVIEW_RELEASED,
                    REVIEW_APPEALED,
                    REVIEW_ANSWERED -> {
                // What is withdrawn leaves nothing to answer.
            }
        }
        return new Told(kind, order, number, member, facts.json(), at(row, "at"), mailed);
    }

    private static void question(Facts facts, Catalogue.Names names, ResultSet row) throws SQLException {
        facts.with("answerBy", at(row, "answer_by").toString());
        facts.with("silenceKeeps", row.getBoolean("silence_keeps"));
        long deposit = row.getLong("deposit");
        boolean doubled = row.getInt("payback") > 1;
        money(facts, names, deposit, doubled ? RuleSets.of(names.ruleSet()).binding(deposit, row.getLong("price")) : 0);
    }

    /// What comes back to whoever leaves, and what is paid beside it.
    private static void money(Facts facts, Catalogue.Names names, long refund, long compensation) {
        facts.money("refund", refund, names.currency());
        if (compensation > 0) {
            facts.money("compensation", compensation, names.currency());
        }
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Kind kind(State state) {
        return switch (state) {
            case ASKED -> Kind.CONSENT_ASKED;
            case WITHDRAWN -> Kind.CONSENT_WITHDRAWN;
            case KEPT, KEPT_BY_SILENCE -> Kind.CONSENT_KEPT;
            case LEFT, LEFT_BY_SILENCE -> Kind.ORDER_CANCELLED_BY_DELAY;
        };
    }
}
