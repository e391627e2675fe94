package dev.holdfast.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.member.mail.Letter;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Letters to those who care about a wish, from acts over real HTTP.
@ExtendWith(RunningServer.Shared.class)
class WishNewsContractTest {
    private final RunningServer server;
    private final String author = reader("author", "en");
    private final String supporter = reader("supporter", "zh");
    private final String follower = reader("follower", "en");
    private String wish = "";

    WishNewsContractTest(RunningServer server) {
        this.server = server;
    }

    private static String reader(String name, String language) {
        return name + "-" + language + "-" + UUID.randomUUID();
    }

    @BeforeEach
    void aWishThatThreeCareAbout() {
        List.of(author, supporter, follower).forEach(this::reads);
        AnswerWorld.role(server);
        wish = AnswerWorld.wish(server, author);
        server.put("/api/v1/wishes/" + wish + "/vote").by(supporter).send().is(200);
        follow(follower);
    }

    private void reads(String member) {
        new Letters(server).readBy(member, member.split("-", -1)[1]);
    }

    private void follow(String member) {
        server.put("/api/v1/wishes/" + wish + "/follow").by(member).send().is(204);
    }

    private void unfollow(String member) {
        server.delete("/api/v1/wishes/" + wish + "/follow").by(member).send().is(204);
    }

    private LocalDate in(int days) {
        return LocalDate.ofInstant(server.clock().instant(), ZoneOffset.UTC).plusDays(days);
    }

    private void answer(String decision, @Nullable LocalDate by) {
        AnswerWorld.answer(server, wish, decision, by, "We looked at it: " + wish)
                .is(201);
    }

    /// The members who got a letter of a kind about this wish, one entry for each letter.
    private List<String> told(String kind) {
        return server.database()
                .sql("""
                        select m.member from member.mail m join community.wish_news n on m.facts = n.number::text
                        where m.kind = ? and n.wish = ?::uuid""")
                .params(kind, wish)
                .query((row, index) -> row.getString(1))
                .list();
    }

    private Letter letter(String kind, String member) {
        return new Letters(server).of(kind, member).getFirst();
    }

    @Test
    void an_answer_is_told_once_to_whoever_proposed_supports_or_follows() {
        answer("accepted", in(9));
        server.tellOfWishes();
        server.tellOfWishes();
        assertThat(told("wish_answered")).containsExactlyInAnyOrder(author, supporter, follower);
        Letter english = letter("wish_answered", author);
        assertThat(english.subject()).contains("Charge faster");
        assertThat(english.text())
                .contains(
                        "product manager",
                        "accepted",
                        "We looked at it: " + wish,
                        "29 November 2026",
                        "/wishes/" + wish);
        assertThat(letter("wish_answered", supporter).text())
                .contains("产品经理", "采纳", "说明:We looked at it", "2026年11月29日");
    }

    @Test
    void of_many_servers_that_tell_at_once_each_member_hears_once() {
        answer("declined", null);
        List<CompletableFuture<Void>> telling = IntStream.range(0, 6)
                .mapToObj(number -> CompletableFuture.runAsync(server::tellOfWishes))
                .toList();
        telling.forEach(CompletableFuture::join);
        assertThat(told("wish_answered")).containsExactlyInAnyOrder(author, supporter, follower);
    }

    @Test
    void more_members_than_a_page_are_all_told() {
        List<String> all = new ArrayList<>(List.of(author, supporter, follower));
        for (int i = 0; i < 201; i++) {
            String member = reader("fan" + i, "en");
            reads(member);
            all.add(member);
        }
        server.database()
                .sql("insert into community.wish_support (wish, member, live, at)"
                        + " select ?::uuid, m.member, true, now() from unnest(?::text[]) as m (member)")
                .params(wish, all.subList(3, all.size()).toArray(String[]::new))
                .update();
        answer("declined", null);
        server.tellOfWishes();
        assertThat(told("wish_answered")).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void whoever_unfollows_hears_no_more_until_they_follow_again() {
        unfollow(author);
        unfollow(supporter);
        unfollow(follower);
        answer("needs_more", null);
        server.tellOfWishes();
        assertThat(told("wish_answered")).isEmpty();
        assertThat(followed(supporter)).doesNotContain(wish);
        follow(supporter);
        assertThat(followed(supporter)).contains(wish);
        answer("declined", null);
        server.tellOfWishes();
        assertThat(told("wish_answered")).containsExactly(supporter);
    }

    private List<String> followed(String member) {
        return server.get("/api/v1/me/wishes")
                .by(member)
                .send()
                .is(200)
                .node("/followed")
                .valueStream()
                .map(id -> id.stringValue())
                .toList();
    }

    @Test
    void a_letter_that_waits_is_not_written_to_whoever_unfollows_meanwhile() {
        answer("declined", null);
        server.tellOfWishes();
        unfollow(supporter);
        assertThat(server.mails().page(null, 100).entries().stream()
                        .filter(entry -> entry.member().equals(supporter))
                        .map(entry -> entry.letter()))
                .containsExactly((Letter) null);
    }

    @Test
    void a_promise_is_told_when_its_day_is_over_and_again_when_it_is_kept() {
        answer("accepted", in(9));
        server.clock().forward(Duration.ofDays(9));
        server.tellOfWishes();
        assertThat(told("wish_overdue")).isEmpty();
        server.clock().forward(Duration.ofDays(1));
        server.tellOfWishes();
        server.tellOfWishes();
        assertThat(told("wish_overdue")).containsExactlyInAnyOrder(author, supporter, follower);
        assertThat(letter("wish_overdue", author).text()).contains("29 November 2026");
        assertThat(told("wish_kept")).isEmpty();
        String product = "news-" + UUID.randomUUID().toString().substring(0, 8);
        SpecWorld.product(server, product, 30);
        SpecWorld.publish(server, product, 1, List.of(SpecWorld.change(wish), SpecWorld.change(wish)))
                .is(201);
        server.tellOfWishes();
        assertThat(told("wish_kept")).containsExactlyInAnyOrder(author, supporter, follower);
        assertThat(letter("wish_kept", author).text())
                .contains("version 1 of the Car", "charging power: 11 kW → 22 kW");
        assertThat(letter("wish_kept", supporter).text()).contains("充电功率: 11 千瓦 → 22 千瓦");
    }

    @Test
    void a_wish_that_owners_open_again_is_told() {
        answer("accepted", in(9));
        String product = "news-" + UUID.randomUUID().toString().substring(0, 8);
        SpecWorld.product(server, product, 1);
        SpecWorld.publish(server, product, 1, List.of(SpecWorld.change(wish))).is(201);
        Opening opening = Opening.with(server, "spec", Map.of("product", product, "version", 1), "limitPerMember", 20)
                .supplied("pro,2027-01-04,99");
        List<String> orders =
                IntStream.range(0, 20).mapToObj(number -> delivered(opening)).toList();
        server.clock().forward(Duration.ofDays(2));
        orders.forEach(order -> server.post("/api/v1/orders/" + order + "/verdicts")
                .by("owner")
                .json(Map.of("wish", wish, "verdict", "not_there", "words", ""))
                .send()
                .is(200));
        server.tellOfWishes();
        assertThat(told("wish_reopened")).containsExactlyInAnyOrder(author, supporter, follower);
        assertThat(letter("wish_reopened", author).text()).contains("20 owners", "only 0");
    }

    private String delivered(Opening opening) {
        String order = opening.placed("owner", "pro");
        opening.act("owner", order, "lock").is(200);
        server.handOver(order);
        return order;
    }
}
