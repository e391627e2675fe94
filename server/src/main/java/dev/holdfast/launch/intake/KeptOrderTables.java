package dev.holdfast.launch.intake;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The statements that read what hangs on a member's orders. Before a launch's prices are revealed, its amounts are
/// told to nobody, as everywhere.
final class KeptOrderTables {
    private static final String REVEALED =
            "coalesce((l.definition->>'revealAt')::timestamptz, '-infinity') <= :now::timestamptz";

    private static final String ORDERS = """
            select o.id, l.slug as launch, o.position, o.rank, o.state, o.offer, o.region, o.store, o.channel,
              o.referral, o.accepted_terms as "acceptedTerms", o.idempotency_key as "idempotencyKey",
              case when %1$s then o.price end as price, case when %1$s then o.deposit end as deposit,
              l.definition->>'currency' as currency, o.held_at as "heldAt", o.pay_before as "payBefore",
              o.placed_at as "placedAt", o.paid_provider as "paidProvider", o.paid_payment as "paidPayment",
              o.first_offer as "firstOffer", o.first_rank as "firstRank", o.first_from as "firstPromisedFrom"
            from launch.orders o join launch.launch l on l.number = o.launch
            where o.member = :member order by o.held_at limit :max""".formatted(REVEALED);

    private static final String STATES = """
            select s.order_id as "order", s.state, s.at, s.cause, s.actor
            from launch.orders o join launch.state_change s on s.order_id = o.id
            where o.member = :member order by s.number limit :max""";

    private static final String PROMISES = """
            select p.order_id as "order", p.promised_from as "promisedFrom", coalesce(q.at, p.at) as at, p.reason,
              p.plan_run as "planRun", p.event as "supplyEvent", x.english as "explanationEn",
              x.chinese as "explanationZh"
            from launch.orders o join launch.promise p on p.order_id = o.id
            left join launch.publication q on q.launch = p.launch and q.run = p.plan_run
            %s
            where o.member = :member and (p.plan_run is null or q.run is not null)
            order by p.number limit :max""".formatted(ExplanationStore.JOIN);

    private static final String PAYMENTS = """
            select e.order_id as "order", e.provider, e.payment, e.kind, case when %s then e.amount end as amount,
              e.currency, e.at, e.outcome
            from launch.orders o join launch.launch l on l.number = o.launch
            join launch.payment_event e on e.launch = o.launch and e.order_id = o.id
            where o.member = :member order by e.at limit :max""".formatted(REVEALED);

    private static final String REFUNDS = """
            select r.order_id as "order", r.provider, r.payment, case when %s then r.amount end as amount, r.currency,
              r.cause, r.requested_at as "requestedAt", r.refunded_at as "refundedAt"
            from launch.orders o join launch.launch l on l.number = o.launch
            join launch.refund r on r.order_id = o.id
            where o.member = :member order by r.requested_at limit :max""".formatted(REVEALED);

    private static final String TRANSFERS = """
            select t.order_text as "order", t.debit, t.credit, case when %s then t.amount end as amount, t.currency,
              t.at, t.cause
            from launch.orders o join launch.launch l on l.number = o.launch
            join launch.transfer t on t.launch = o.launch and t.order_text = o.id::text
            where o.member = :member order by t.number limit :max""".formatted(REVEALED);

    private static final String CONSENTS = """
            select c.order_id as "order", c.state, c.at, c.actor, c.slips, c.promised_from as "promisedFrom", c.agreed,
              c.reason, c.asked_at as "askedAt", c.answer_by as "answerBy"
            from launch.orders o join launch.consent c on c.order_id = o.id
            left join launch.publication q on q.launch = c.launch and q.run = c.plan_run
            where o.member = :member and (c.plan_run is null or q.run is not null) order by c.number limit :max""";

    private static final String COMPENSATIONS = """
            select c.order_id as "order", c.rule, c.weeks, c.amount, c.currency, c.set_off as "setOff", c.at
            from launch.orders o join launch.compensation c on c.order_id = o.id
            left join launch.publication q on q.launch = c.launch and q.run = c.plan_run
            where o.member = :member and (c.plan_run is null or q.run is not null) order by c.number limit :max""";

    /// Without the note, which is the operators' own.
    private static final String SETTLEMENTS = """
            select s.order_id as "order", c.rule, s.way, case when %s then s.amount end as amount, s.currency,
              s.reference, s.at
            from launch.orders o join launch.launch l on l.number = o.launch
            join launch.settlement s on s.order_id = o.id
            join launch.compensation c on c.order_id = s.order_id and c.number = s.compensation
            where o.member = :member order by s.number limit :max""".formatted(REVEALED);

    static final Map<String, String> ALL = all();

    private KeptOrderTables() {}

    private static Map<String, String> all() {
        var tables = new LinkedHashMap<String, String>();
        tables.put("orders", ORDERS);
        tables.put("states", STATES);
        tables.put("promises", PROMISES);
        tables.put("payments", PAYMENTS);
        tables.put("refunds", REFUNDS);
        tables.put("transfers", TRANSFERS);
        tables.put("consents", CONSENTS);
        tables.put("compensations", COMPENSATIONS);
        tables.put("settlements", SETTLEMENTS);
        return Collections.unmodifiableMap(tables);
    }
}
