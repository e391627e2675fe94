package dev.holdfast.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A member's own file, and the end of what is kept about them: the database is asked, table by table, for a name that
/// occurs nowhere else.
@ExtendWith(RunningServer.Shared.class)
class PersonalContractTest {
    /// Who ran launches stays named there; a fan never is.
    private static final Set<String> OF_STAFF = Set.of(
            "member.audit.actor",
            "supply.version.actor",
            "supply.event.actor",
            "supply.file.actor",
            "community.vote_appeal.actor",
            "delivery.unit_step.actor",
            "delivery.quarantine.actor",
            "service.fault.actor",
            "service.incident_step.actor",
            "service.bulletin.actor",
            "service.recall.actor",
            "service.recall_contact.actor",
            "delivery.giving.actor",
            "delivery.postponement.actor");

    /// Those who have come that far are erased in tests of their own: `PointsTest`, `EventErasureTest`,
    /// `ReferralContractTest`, `CouncilContractTest`, `StoryContractTest`, `SigningContractTest`, `MergeTest` and
    /// `IntegrityTest`.
    private static final List<String> ELSEWHERE = List.of(
            "community.points_",
            "community.applicant.",
            "community.duty_done.",
            "community.event_",
            "community.referral_",
            "community.answer_signer.",
            "community.council_seat.",
            "community.suggestion.",
            "community.story.",
            "community.merge_answer.",
            "community.vote_appeal.");

    /// Columns that hold members by their name; each has to be filled before its emptiness proves anything.
    private static final List<String> NAMES_OF_MEMBERS = List.of("member", "actor");

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

    private final RunningServer server;
    private final JdbcClient database;
    private final String fan = "leaver-" + UUID.randomUUID();
    private Opening opening;

    PersonalContractTest(RunningServer server) {
        this.server = server;
        this.database = server.database();
    }

    @BeforeEach
    void liveAWholeLife() {
        opening = Opening.with(server, "limitPerMember", 3, "lockAfter", "P7D")
                .supplied("pro,2027-01-04,9", "max,2027-01-11,9");
        opening.wish(fan, fan + "-key", Map.of("offer", "pro", "channel", fan, "referral", fan, "store", fan))
                .send()
                .is(201);
        String paid = opening.placed(fan, "pro");
        opening.change(fan, paid, "max").is(200);
        answer(paid);
        server.live(fan);
        wait(fan);
        new WishLife(server).live(fan);
        own(paid);
        ask(paid);
        work();
        awaitKnown();
    }

    /// In a store, once: what was done there, and what was proposed there to somebody.
    private void work() {
        for (String kept : WORKED) {
            database.sql(kept).param("fan", fan).update();
        }
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

    /// On the waiting list of the launch, as whoever is beyond the supply of one that refuses more.
    private void wait(String member) {
        database.sql("insert into launch.waiting_list (launch, member, place)"
                        + " select number, :member, 7 from launch.launch where slug = :slug")
                .param("member", member)
                .param("slug", opening.slug)
                .update();
    }

    @Test
    void the_file_holds_every_order_and_whatever_hangs_on_it() {
        Reply file = export().is(200);
        assertThat(file.at("/member")).isEqualTo(fan);
        for (String table : List.of(
                "known",
                "sessions",
                "signInLinks",
                "addresses",
                "letters",
                "orders",
                "states",
                "promises",
                "payments",
                "transfers",
                "consents",
                "news",
                "waitingLists")) {
            assertThat(file.json().at("/kept/" + table)).as(table).isNotEmpty();
        }
        assertThat(file.json().at("/kept/orders")).hasSize(2);
        assertThat(file.json().at("/incomplete")).isEmpty();
        assertThat(file.text()).contains(Opening.PRO_DEPOSIT + "").doesNotContain("hash");
    }

    @Test
    void the_file_of_one_member_says_nothing_of_another() {
        String stranger = "stranger-" + UUID.randomUUID();
        opening.placed(stranger, "max");
        assertThat(export().text()).doesNotContain(stranger);
        Reply file = server.get("/api/v1/me/export").by(stranger).send().is(200);
        assertThat(file.text()).doesNotContain(fan);
        assertThat(file.json().at("/kept/orders")).hasSize(1);
    }

    @Test
    void a_sealed_price_is_in_no_file() {
        Opening sealed = Opening.with(
                        server,
                        "revealAt",
                        server.clock().instant().plusSeconds(3_600).toString())
                .supplied("pro,2027-01-04,9");
        sealed.placed(fan, "pro");
        for (var order : export().json().at("/kept/orders")) {
            boolean isSealed = order.at("/launch").stringValue().equals(sealed.slug);
            assertThat(order.at("/price").isNull()).isEqualTo(isSealed);
            assertThat(order.at("/deposit").isNull()).isEqualTo(isSealed);
        }
        for (String table : List.of("payments", "transfers")) {
            assertThat(export().json()
                            .at("/kept/" + table)
                            .valueStream()
                            .anyMatch(row -> row.at("/amount").isNull()))
                    .as(table)
                    .isTrue();
        }
    }

    @Test
    void orders_that_are_not_over_stand_in_the_way_and_nothing_is_changed() {
        assertThatThrownBy(() -> server.personal().erase(fan)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("orders_not_over");
            assertThat(problem.faults()).hasSize(2);
        });
        assertThat(export().json().at("/kept/orders")).hasSize(2);
        assertThat(places()).contains("launch.orders.member", "member.member.id");
    }

    @Test
    void who_acted_for_the_operator_stays_named() {
        String operator = "operator-" + UUID.randomUUID();
        server.post(opening.operatorPath("/close"))
                .by(operator, "operator")
                .send()
                .is(200);
        assertThatThrownBy(() -> server.personal().erase(operator))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("erasure_of_staff"));
    }

    @Test
    void afterwards_the_name_is_in_no_table() {
        leave();
        Set<String> before = places();
        assertThat(before)
                .as("columns that hold members, and none in this test")
                .containsAll(columnsOfMembers());
        server.personal().erase(fan);
        assertThat(places()).isEmpty();
    }

    @Test
    void the_line_the_ledger_and_the_trail_stay_whole() {
        leave();
        awaitRefunded();
        String count =
                "select count(*) from launch.orders where launch = (select number from launch.launch where slug = ?)";
        long orders = database.sql(count).param(opening.slug).query(Long.class).single();
        Reply balances =
                server.get("/api/v1/operator/ledger").byOperator().send().is(200);
        server.personal().erase(fan);
        assertThat(database.sql(count).param(opening.slug).query(Long.class).single())
                .isEqualTo(orders);
        assertThat(server.get("/api/v1/operator/ledger").byOperator().send().json())
                .isEqualTo(balances.json());
        assertThat(server.get("/api/v1/operator/audit?limit=1")
                        .byOperator()
                        .send()
                        .text())
                .contains("erase_member", "erased-")
                .doesNotContain(fan);
    }

    @Test
    void the_same_name_later_is_a_new_member_with_no_orders() {
        leave();
        server.personal().erase(fan);
        assertThat(server.get("/api/v1/orders").by(fan).send().is(200).json().at("/orders"))
                .isEmpty();
        opening.wish(fan, fan + "-key", Map.of("offer", "pro")).send().is(201);
        assertThat(export().json().at("/kept/orders")).hasSize(1);
    }

    /// What stays when a fan agrees to a later window, and a webhook is told of it.
    private void answer(String order) {
        database.sql(ANSWERED).param(order).update();
        database.sql(APPEALED).param(order).update();
        database.sql(TOLD).param(fan).update();
        database.sql(HOME).param(fan).update();
        database.sql(PASSKEY).param(fan).update();
    }

    /// Deposits go back a moment after their orders.
    private void awaitRefunded() {
        long end = System.nanoTime() + 30_000_000_000L;
        String waiting = "select exists (select from launch.refund where refunded_at is null)";
        while (database.sql(waiting).query(Boolean.class).single() && System.nanoTime() < end) {
            LockSupport.parkNanos(50_000_000);
        }
    }

    /// Members are written down a moment after their first request.
    private void awaitKnown() {
        long end = System.nanoTime() + 10_000_000_000L;
        while (export().json().at("/kept/known").isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(50_000_000);
        }
    }

    /// Ends every order, one by itself and one by its owner.
    private void leave() {
        for (var order : export().json().at("/kept/orders")) {
            opening.act(fan, order.at("/id").stringValue(), "cancel").is(200);
        }
    }

    private Reply export() {
        return server.get("/api/v1/me/export").by(fan).send();
    }

    /// Every column of every table whose text holds the name.
    private Set<String> places() {
        Set<String> places = new TreeSet<>();
        for (String column : columns("true")) {
            String table = column.substring(0, column.lastIndexOf('.'));
            String name = column.substring(table.length() + 1);
            if (database.sql(
                            "select exists (select from " + table + " where position(? in \"" + name + "\"::text) > 0)")
                    .param(fan)
                    .query(Boolean.class)
                    .single()) {
                places.add(column);
            }
        }
        return places;
    }

    private Set<String> columnsOfMembers() {
        Set<String> columns =
                new TreeSet<>(columns("c.column_name in ('" + String.join("', '", NAMES_OF_MEMBERS) + "')"));
        assertThat(columns).hasSizeGreaterThan(5);
        columns.removeAll(OF_STAFF);
        columns.removeIf(column -> ELSEWHERE.stream().anyMatch(column::startsWith));
        return columns;
    }

    private List<String> columns(String which) {
        return database.sql("""
                        select c.table_schema || '.' || c.table_name || '.' || c.column_name
                        from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where t.table_type = 'BASE TABLE' and c.table_schema not like 'pg\\_%'
                          and c.table_schema not in ('information_schema', 'public') and""" + " " + which)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
