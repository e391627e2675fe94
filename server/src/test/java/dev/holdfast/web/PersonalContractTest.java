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
        opening = new MemberLife(server, fan).opening;
        awaitKnown();
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
