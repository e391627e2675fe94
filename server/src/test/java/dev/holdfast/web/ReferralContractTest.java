package dev.holdfast.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.community.referral.FollowNow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// Who brought whom: proved by the first contact, earned at the delivery, and changed by nobody in secret.
@ExtendWith(RunningServer.Shared.class)
class ReferralContractTest {
    private static final String OWN = "/api/v1/me/referrals";
    private static final String DESK = "/api/v1/operator/referrals/";

    private final RunningServer server;
    private final String word = UUID.randomUUID().toString().substring(0, 8);
    private final String ann = "ann-" + word;
    private final String bob = "bob-" + word;
    private final String eve = "eve-" + word;

    ReferralContractTest(RunningServer server) {
        this.server = server;
    }

    @BeforeEach
    void rules() {
        rule("referral-owner", 500);
        rule("referral-friend", 200);
    }

    private void rule(String name, long points) {
        server.put("/api/v1/operator/points/rules/" + name)
                .byOperator()
                .json(Map.of(
                        "name",
                        Map.of("en", name, "zh", name),
                        "points",
                        points,
                        "timeZone",
                        "UTC",
                        "life",
                        "P365D",
                        "spent",
                        "owed"))
                .send()
                .is(200);
    }

    private Reply own(String member) {
        return server.get(OWN).by(member).send().is(200);
    }

    private String code(String member) {
        return String.valueOf(own(member).at("/code"));
    }

    private Reply come(String friend, String owner) {
        return server.post(OWN + "/contact")
                .by(friend)
                .json(Map.of("code", code(owner), "store", "shanghai-3"))
                .send();
    }

    private long number(String friend) {
        return own(friend).node("/cameBy/number").longValue();
    }

    private Reply override(String friend, String owner) {
        return server.post(DESK + number(friend) + "/owner")
                .byOperator()
                .json(Map.of("owner", owner, "said", "She showed the message"))
                .send();
    }

    private Reply dispute(String friend, String member) {
        return server.post(OWN + "/" + number(friend) + "/dispute")
                .by(member)
                .json(Map.of("said", "I brought them"))
                .send();
    }

    private long points(String member) {
        return server.get("/api/v1/me/points")
                .by(member)
                .send()
                .is(200)
                .node("/accounts/active")
                .longValue();
    }

    private List<String> acts(JsonNode referral) {
        return referral.at("/steps")
                .valueStream()
                .map(step -> step.at("/act").stringValue())
                .toList();
    }

    private Opening delivered(String friend) {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,9");
        server.deliver(opening.locked(friend, "pro"));
        server.now(FollowNow::follow);
        return opening;
    }

    @Test
    void a_code_is_one_members_for_ever() {
        assertThat(code(ann)).isEqualTo(code(ann)).hasSize(8).isNotEqualTo(code(bob));
    }

    @Test
    void a_referral_earns_when_the_friends_order_is_delivered_and_not_before() {
        come(bob, ann).is(201);
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,9");
        String order = opening.locked(bob, "pro");
        server.now(FollowNow::follow);
        assertThat(points(ann)).isZero();
        server.deliver(order);
        server.now(FollowNow::follow);
        server.now(FollowNow::follow);
        assertThat(points(ann)).isEqualTo(500);
        assertThat(points(bob)).isEqualTo(200);
        assertThat(own(ann).at("/brought/0/state")).isEqualTo("VESTED");
        assertThat(own(ann).text()).as("who bob is stays with bob").doesNotContain(bob);
    }

    @Test
    void an_order_that_was_cancelled_earns_nothing() {
        come(bob, ann).is(201);
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,9");
        opening.act(bob, opening.placed(bob, "pro"), "cancel").is(200);
        server.now(FollowNow::follow);
        assertThat(points(ann)).isZero();
        assertThat(own(ann).at("/brought/0/state")).isEqualTo("LINKED");
    }

    @Test
    void a_later_code_changes_nothing_and_is_on_record_once() {
        come(bob, ann).is(201);
        come(bob, ann).is(200);
        for (int time = 0; time < 2; time++) {
            come(bob, eve).refused(409, "came_by_another");
        }
        assertThat(acts(own(bob).node("/cameBy"))).containsExactly("linked", "later_contact");
        assertThat(acts(own(ann).node("/brought/0"))).containsExactly("linked", "later_contact");
        assertThat(own(eve).node("/brought").size()).isZero();
    }

    @Test
    void the_code_an_order_names_is_a_contact_too_and_the_first_one_stands() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,9");
        opening.wish(bob, Map.of("offer", "pro", "referral", code(ann), "store", "beijing-1"))
                .send()
                .is(201);
        server.now(FollowNow::follow);
        Reply came = own(bob);
        assertThat(came.at("/cameBy/source")).isEqualTo("order");
        assertThat(came.at("/cameBy/store")).isEqualTo("beijing-1");
        come(bob, eve).refused(409, "came_by_another");
    }

    /// Whoever has a contract in hand is not to lose it to the next one who asks for it.
    @Test
    void staff_who_let_it_count_for_another_are_named_to_both_and_the_points_move() {
        come(bob, ann).is(201);
        delivered(bob);
        assertThat(points(ann)).isEqualTo(500);
        override(bob, eve).is(200);
        server.now(FollowNow::follow);
        assertThat(points(ann)).isZero();
        assertThat(points(eve)).isEqualTo(500);
        assertThat(points(bob)).isEqualTo(200);
        for (String owner : List.of(ann, eve)) {
            JsonNode seen = own(owner).node("/brought/0");
            assertThat(acts(seen)).containsExactly("linked", "vested", "overridden");
            assertThat(seen.at("/steps/2/by").stringValue()).isEqualTo("operator");
            assertThat(seen.at("/steps/2/said").stringValue()).isEqualTo("She showed the message");
            assertThat(seen.at("/counts").booleanValue()).isEqualTo(owner.equals(eve));
        }
        String trail = server.get("/api/v1/operator/audit?limit=5")
                .byOperator()
                .send()
                .is(200)
                .text();
        assertThat(trail).contains("override_referral", ann + " > " + eve);
    }

    @Test
    void a_dispute_nobody_answers_in_time_ends_for_the_first_contact() {
        come(bob, ann).is(201);
        delivered(bob);
        override(bob, eve).is(200);
        dispute(bob, ann).is(200);
        server.now(FollowNow::follow);
        assertThat(points(eve)).isEqualTo(500);
        server.clock().forward(Duration.ofDays(14).minusSeconds(1));
        server.now(FollowNow::follow);
        assertThat(own(ann).node("/brought/0/counts").booleanValue()).isFalse();
        server.clock().forward(Duration.ofSeconds(1));
        server.now(FollowNow::follow);
        assertThat(own(ann).node("/brought/0/counts").booleanValue()).isTrue();
        assertThat(points(eve)).isZero();
        assertThat(points(ann)).isEqualTo(500);
        assertThat(acts(own(ann).node("/brought/0"))).endsWith("disputed", "lapsed");
    }

    @Test
    void a_dispute_that_was_answered_leaves_it_as_it_is() {
        come(bob, ann).is(201);
        override(bob, eve).is(200);
        dispute(bob, ann).is(200);
        server.post(DESK + number(bob) + "/answer")
                .byOperator()
                .json(Map.of("said", "We saw the message"))
                .send()
                .is(200);
        server.clock().forward(Duration.ofDays(15));
        server.now(FollowNow::follow);
        assertThat(own(eve).node("/brought/0/counts").booleanValue()).isTrue();
        assertThat(own(bob).at("/cameBy/answerBy")).isNull();
    }

    @Test
    void people_who_brought_each_other_are_shown_and_keep_what_they_have() {
        come(bob, ann).is(201);
        come(eve, bob).is(201);
        come(ann, eve).is(201);
        Reply circles = server.get(DESK + "circles").byOperator().send().is(200);
        assertThat(circles.node("/circles").valueStream().map(ring -> ring.at("/members")))
                .anySatisfy(members -> assertThat(members.valueStream().map(JsonNode::stringValue))
                        .containsExactly(ann, bob, eve));
        assertThat(own(ann).node("/brought/0/counts").booleanValue()).isTrue();
    }

    @Test
    void whoever_is_erased_is_gone_from_it_and_the_other_keeps_what_was_earned() {
        come(bob, ann).is(201);
        dispute(bob, bob).is(200);
        server.personal().erase(bob);
        assertThat(own(ann).node("/brought/0/number").longValue()).isPositive();
        for (String table : List.of("referral", "referral_step", "referral_code")) {
            assertThat(server.database()
                            .sql("select count(*) from community." + table + " t where t::text like :name")
                            .param("name", "%" + bob + "%")
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void steps_are_appended_and_never_overwritten() {
        come(bob, ann).is(201);
        for (String rewriting : List.of(
                "update community.referral_step set act = 'VESTED'",
                "update community.referral_step set said = 'x'",
                "delete from community.referral_step")) {
            assertThatThrownBy(() -> server.database().sql(rewriting).update())
                    .hasMessageContaining("Steps of referrals only grow");
        }
    }
}
