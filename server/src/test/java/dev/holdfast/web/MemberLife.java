package dev.holdfast.web;

import dev.holdfast.member.Members;
import dev.holdfast.member.mail.MailLife;
import dev.holdfast.member.passkey.Passkeys;
import dev.holdfast.member.phone.Phones;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One fan who orders, pays and does everything else by which something is kept about a member. What would
/// take a whole year of theirs is put into the tables as it stands there afterwards.
final class MemberLife {
    private static final String ANSWERED = """
            insert into launch.consent (order_id, launch, state, at, actor, slips, agreed, promised_from, silence_keeps,
              payback, reason, asked_at, answer_by)
            select id, launch, 'KEPT', held_at, member, 1, first_from, first_from + 7, true, 1, 'supply_changed',
              held_at, held_at
            from launch.orders where id = ?::uuid""";

    private static final String APPEALED = """
            insert into launch.review_step (order_id, launch, act, at, actor, points, said)
            select id, launch, 'APPEALED', held_at, member, 0, member from launch.orders where id = ?::uuid""";

    private static final List<String> WORKED = List.of("""
            insert into delivery.balance (number, order_id, launch, member, pay_id, currency, state, looked_on,
              opened_at) values (nextval('delivery.balance_number'), gen_random_uuid(), 0, :fan, gen_random_uuid(),
              'CNY', 'ENDED', current_date, now())""", """
            insert into delivery.staff (member, place, invited_by, invited_at, ended_at)
            values (:fan, 'store-0', :fan, now(), now())""", """
            insert into delivery.staff_act (at, actor, place, act, detail)
            values (now(), :fan, 'store-0', 'look', '')""", """
            insert into delivery.proposal (id, code, place, actor, launch, slug, offer, made_at, ends_at, member)
            values (gen_random_uuid(), md5(:fan), 'store-0', :fan, 0, '', '', now(), now(), :fan)""", """
            insert into delivery.appointment (order_id, member, region, priority_at, state, since)
            values (gen_random_uuid(), :fan, 'north', now(), 'DONE', now())""", """
            with u as (insert into delivery.unit (launch, serial, configuration, state, at, built_at)
              values (0, md5(:fan), 'pro', 'DELIVERED', now(), now()) returning number),
            v as (insert into delivery.handover (order_id, unit, member, place, checklist, begun_at)
              select gen_random_uuid(), number, :fan, 'store-0', 0, now() from u returning number),
            s as (insert into delivery.handover_said (id, handover, actor, place, at, told_at, kind, subject, text)
              select gen_random_uuid(), number, :fan, 'store-0', now(), now(), 'NOTE', '', :fan from v)
            insert into delivery.handover_photo (id, handover, actor, at, told_at, point, type, bytes)
            select gen_random_uuid(), number, :fan, now(), now(), '', 'image/png', '\\x00' from v""", """
            with t as (insert into service.ticket (order_id, member, launch, serial, configuration, place, subject,
              state, opened_at, answer_due, since)
              values (gen_random_uuid(), :fan, 0, '', '', '', 'fault', 'OPEN', now(), now(), now()) returning number)
            insert into service.ticket_step (ticket, at, step, side, actor, words)
            select number, now(), 'open', 'OWNER', :fan, :fan from t""", """
            with w as (insert into service.work_order (recall, order_id, member, launch, serial, configuration, place,
              currency, state, made_at, since)
              values ('R', gen_random_uuid(), :fan, 0, '', '', '', 'CNY', 'DONE', now(), now()) returning number)
            insert into service.work_step (work_order, at, step, side, actor, words)
            select number, now(), 'done', 'STAFF', :fan, '' from w""", """
            insert into service.stock_receipt (place, note, part, quantity, actor, at)
            values ('store-0', md5(:fan), 'pad', 1, :fan, now())""", """
            with r as (insert into service.recall (launch, lots, drill, severity, title_en, title_zh, remedy_en,
                remedy_zh, parts, minutes, begun_at, actor, listed_ms)
              values ('none', '{lot}', false, 'MINOR', '', '', '', '', '{}', 0, now(), 'quality', 0) returning number),
            u as (insert into service.recall_unit (recall, serial, launch, delivered, member)
              select number, md5(:fan), 0, true, :fan from r returning recall, serial)
            insert into service.recall_contact (recall, serial, way, outcome, at, actor, words)
            select recall, serial, 'PHONE', 'REACHED', now(), 'quality', :fan from u""");

    private static final String PASSKEY = """
            insert into member.passkey (id, member, handle, name, credential, counter, transports, created_at)
            select decode(replace(gen_random_uuid()::text, '-', ''), 'hex'), m, sha256('handle'), left(m, 60), 'key', 0,
              '', now()
            from (select ?::text as m) named""";

    private static final String TOLD = """
            insert into launch.news (kind, facts, at)
            values ('promise.moved', jsonb_build_object('member', ?::text)::text, now())""";

    private static final String HOME = """
            insert into member.delivery_address
              (member, purpose, recipient, phone, lines, city, region, postcode, country, written_at)
            values (?, 'an order', 'Fan', '1', '1 Main Street', 'Ningbo', '', '', 'CN', now())
            on conflict do nothing""";

    final Opening opening;
    private final RunningServer server;
    private final JdbcClient database;
    private final String fan;

    MemberLife(RunningServer server, String fan) {
        this.server = server;
        this.database = server.database();
        this.fan = fan;
        opening = Opening.with(server, "limitPerMember", 3, "lockAfter", "P7D")
                .supplied("pro,2027-01-04,9", "max,2027-01-11,9");
        opening.wish(fan, fan + "-key", Map.of("offer", "pro", "channel", fan, "referral", fan, "store", fan))
                .send()
                .is(201);
        String paid = opening.placed(fan, "pro");
        opening.change(fan, paid, "max").is(200);
        answer(paid);
        server.now(this::signIn);
        waitInLine();
        new WishLife(server).live(fan);
        own(paid);
        ask(paid);
        work();
    }

    /// What stays when a fan agrees to a later window, and a webhook is told of it.
    private void answer(String order) {
        database.sql(ANSWERED).param(order).update();
        database.sql(APPEALED).param(order).update();
        database.sql(TOLD).param(fan).update();
        database.sql(HOME).param(fan).update();
        database.sql(PASSKEY).param(fan).update();
    }

    /// Signed in, waiting for a link, and with letters on their way.
    private void signIn(ApplicationContext context) {
        Members members = context.getBean(Members.class);
        members.open(fan, Set.of("fan"));
        members.signInLink(fan, Set.of("fan"));
        context.getBean(Passkeys.class).invite(fan);
        proveAPhone(context.getBean(Phones.class));
        MailLife.live(context, fan, fan + "@example.com", server.clock().instant());
    }

    /// A number that is proved, and a code that was not used.
    private void proveAPhone(Phones phones) {
        String number = String.format(Locale.ROOT, "+447700%06d", Math.floorMod(fan.hashCode(), 1_000_000));
        phones.ask(fan, number, "en", "network");
        phones.prove(fan, server.texts().code(number));
        phones.ask(fan, number, "en", "network");
    }

    /// On the waiting list of the launch, as whoever is beyond the supply of one that refuses more.
    private void waitInLine() {
        database.sql("insert into launch.waiting_list (launch, member, place)"
                        + " select number, :member, 7 from launch.launch where slug = :slug")
                .param("member", fan)
                .param("slug", opening.slug)
                .update();
    }

    /// Handed over, and spoken of by its owner.
    private void own(String order) {
        SpecWorld.product(server, "spoken-of", 30);
        database.sql("insert into community.owner (order_id, member, product, version, delivered_at, ask_at)"
                        + " values (?::uuid, ?, 'spoken-of', 1, now(), now())")
                .params(order, fan)
                .update();
        database.sql("insert into community.verdict (wish, order_id, verdict, words, at)"
                        + " values (gen_random_uuid(), ?::uuid, 'NOT_THERE', ?, now())")
                .params(order, "It is not there, says " + fan)
                .update();
    }

    /// A question, and a rule that an answer set for the order.
    private void ask(String order) {
        AnswerWorld.role(server);
        server.post("/api/v1/launches/" + opening.slug + "/questions")
                .by(fan)
                .json(Map.of("language", "en", "text", "When, asks " + fan))
                .send()
                .is(201);
        database.sql("insert into community.round (launch, number, role, role_en, role_zh, operator, at)"
                        + " values (?, 1, 'product-manager', '', '', '', now())")
                .param(opening.slug)
                .update();
        database.sql("""
                        with r as (
                          insert into community.launch_rule
                            (launch, round, kind, text_en, text_zh, from_position, to_position, done, at)
                          values (?, 1, 'QUEUE', '', '', 1, 1, true, now()) returning number)
                        insert into community.rule_order (rule, position, order_id, member)
                        select r.number, 1, ?::uuid, ? from r""").params(opening.slug, order, fan).update();
    }

    /// In a store, once: what was done there, and what was proposed there to somebody.
    private void work() {
        for (String kept : WORKED) {
            database.sql(kept).param("fan", fan).update();
        }
    }
}
