package dev.holdfast.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.member.mail.Letter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What may be faulty is stopped, and called back from exactly those who have it.
@ExtendWith(RunningServer.Shared.class)
class RecallContractTest {
    private static final Map<String, String> WORDS = Map.of("en", "It may swell.", "zh", "可能鼓包。");

    private final RunningServer server;
    private final Opening opening;

    RecallContractTest(RunningServer server) {
        this.server = server;
        server.forgive();
        this.opening = Opening.with(server, "limitPerMember", 9).supplied("pro,2027-01-04,99");
    }

    /// Against a walk over the same random graph in memory: nobody too many, nobody missing.
    @Test
    void from_a_lot_it_is_exactly_its_units_and_their_owners() {
        Random random = new Random(7);
        List<Set<Integer>> into = lots(random, 25);
        Map<Integer, Set<Integer>> made = new HashMap<>();
        List<String> rows = new ArrayList<>();
        for (int unit = 0; unit < 60; unit++) {
            Set<Integer> of = new TreeSet<>(List.of(random.nextInt(25), random.nextInt(25)));
            made.put(unit, of);
            rows.add(unit(unit) + ",pro,built," + at(900) + ",,"
                    + String.join(" ", of.stream().map(this::lot).toList()));
        }
        units(rows);
        for (int tried : List.of(0, 7, 13, 24)) {
            Set<Integer> below = below(into, tried);
            List<String> expected = IntStream.range(0, 60)
                    .filter(unit ->
                            Objects.requireNonNull(made.get(unit)).stream().anyMatch(below::contains))
                    .mapToObj(this::unit)
                    .sorted()
                    .toList();
            Reply drill = begin(true, lot(tried)).is(201);
            Reply seen = look(drill.at("/number") + "?limit=500");
            assertThat(seen.each("/units", "serial")).as("lot %d", tried).isEqualTo(expected);
            assertThat(drill.number("/units")).isEqualTo(expected.size());
        }
        assertThat(server.get(opening.operatorPath("/units"))
                        .byOperator()
                        .send()
                        .each("/units", "state"))
                .containsOnly("built");
        assertThat(server.get(opening.operatorPath("/stops"))
                        .byOperator()
                        .send()
                        .node("/stops"))
                .isEmpty();
    }

    private static List<Set<Integer>> lots(Random random, int count) {
        List<Set<Integer>> into = new ArrayList<>();
        for (int lot = 0; lot < count; lot++) {
            Set<Integer> others = new HashSet<>();
            for (int i = 0; i < 2 && lot < count - 1; i++) {
                others.add(lot + 1 + random.nextInt(count - lot - 1));
            }
            into.add(others);
        }
        return into;
    }

    /// The lot and all that were made of it; told as events on the way.
    private Set<Integer> below(List<Set<Integer>> into, int from) {
        List<Map<String, Object>> events = new ArrayList<>();
        for (int lot = 0; lot < into.size(); lot++) {
            for (int other : into.get(lot)) {
                events.add(Map.of(
                        "type", "TransformationEvent",
                        "inputQuantityList", List.of(Map.of("epcClass", "urn:holdfast:lot:" + lot(lot))),
                        "outputQuantityList", List.of(Map.of("epcClass", "urn:holdfast:lot:" + lot(other)))));
            }
        }
        server.post(opening.operatorPath("/epcis"))
                .byOperator()
                .json(Map.of("type", "EPCISDocument", "epcisBody", Map.of("eventList", events)))
                .send()
                .is(200);
        Set<Integer> below = new HashSet<>(Set.of(from));
        List<Integer> open = new ArrayList<>(below);
        while (!open.isEmpty()) {
            for (int next : into.get(open.removeLast())) {
                if (below.add(next)) {
                    open.add(next);
                }
            }
        }
        return below;
    }

    @Test
    void a_stop_reaches_the_order_that_waits_and_the_owner_keeps_theirs() {
        String owner = fan("owner", "en");
        String waiting = fan("waiting", "zh");
        String owned = delivered(owner, "bad");
        String order = ready(waiting, "bad");
        Map<String, Object> wish = Map.of("lot", lot("bad"), "words", WORDS);
        Reply stop = server.post(opening.operatorPath("/stops"))
                .byOperator()
                .json(wish)
                .send()
                .is(201);
        assertThat(stop.number("/stopped")).isEqualTo(2);
        String stops = "/api/v1/operator/stops/" + stop.at("/number");
        assertThat(server.get(stops).byOperator().send().each("/units", "member"))
                .containsExactly(owner, waiting);
        units(List.of(unit(waiting) + ",pro,delivered," + at(1) + ",,"), 422);
        allocate();
        assertThat(opening.order(order).at("/state")).isEqualTo("LOCKED");
        assertThat(opening.order(owned).at("/state")).isEqualTo("DELIVERED");
        assertThat(letter("stop_owner", owner).text()).contains("It may swell.").contains("/orders/" + owned);
        assertThat(letter("stop_waiting", waiting).text()).contains("可能鼓包。");
        server.post(stops + "/release")
                .byOperator()
                .json(Map.of("words", WORDS))
                .send()
                .is(200);
        allocate();
        assertThat(opening.order(order).at("/state")).isEqualTo("READY");
        assertThat(letter("stop_released", waiting).text()).contains("可能鼓包。").contains("/orders/" + order);
    }

    @Test
    void a_recall_writes_to_owners_stops_the_rest_and_is_followed_until_it_is_remedied() {
        String owner = fan("owner", "en");
        String other = fan("other", "en");
        String owned = delivered(owner, "lost");
        String nobody = member("nobody");
        String mute = delivered(nobody, "lost");
        String spared = delivered(other, "fine");
        units(List.of(unit("stock") + ",pro,built," + at(900) + ",," + lot("lost")));
        Reply drill = begin(true, lot("lost")).is(201);
        assertThat(drill.at("/drill")).isEqualTo("true");
        assertThat(letters("recall")).doesNotContain(owner);
        assertThat(own(owned, owner).node("/recalls")).isEmpty();
        Reply recall = begin(false, lot("lost")).is(201);
        String number = String.valueOf(recall.at("/number"));
        assertThat(recall.number("/units")).isEqualTo(3);
        assertThat(recall.number("/owned")).isEqualTo(2);
        assertThat(recall.number("/unreached")).isEqualTo(2);
        assertThat(letters("recall")).contains(owner).doesNotContain(other, nobody);
        assertThat(letter("recall", owner).text()).contains("It may swell.");
        assertThat(own(owned, owner).at("/recalls/0/remedy/zh")).isEqualTo("可能鼓包。");
        assertThat(own(mute, nobody).node("/recalls")).hasSize(1);
        assertThat(own(spared, other).node("/recalls")).isEmpty();
        assertThat(unit(look(number), nobody)).contains("bounced");
        act(number, "contacts", Map.of("serial", unit(nobody), "way", "phone", "outcome", "reached"));
        assertThat(look(number + "?unreached=true").each("/units", "serial")).containsExactly(unit(owner));
        act(number, "remedies", Map.of("serial", unit(owner), "place", "north"));
        act(number, "remedies", Map.of("serial", unit("stock"), "place", "north"));
        Reply seen = look(number);
        assertThat(seen.number("/recall/remedied")).isEqualTo(2);
        assertThat(seen.number("/recall/unreached")).isZero();
        assertThat(seen.number("/curve/2026-11-20")).isEqualTo(2);
        assertThat(own(owned, owner).at("/recalls/0/remediedAt")).startsWith("2026-11-20");
        assertThat(free(unit("stock"))).isTrue();
        assertThat(free(unit(nobody))).isFalse();
    }

    private static String unit(Reply look, String member) {
        for (int at = 0; at < look.node("/units").size(); at++) {
            if (Objects.equals(look.at("/units/" + at + "/member"), member)) {
                return String.valueOf(look.at("/units/" + at + "/reached"));
            }
        }
        return "";
    }

    private Reply begin(boolean drill, String lot) {
        return server.post(opening.operatorPath("/recalls"))
                .byOperator()
                .json(Map.of(
                        "lots",
                        List.of(lot),
                        "drill",
                        drill,
                        "severity",
                        "safety",
                        "title",
                        WORDS,
                        "remedy",
                        WORDS,
                        "minutes",
                        30))
                .send();
    }

    private Reply look(String rest) {
        return server.get("/api/v1/operator/recalls/" + rest)
                .byOperator()
                .send()
                .is(200);
    }

    private void act(String number, String act, Map<String, Object> body) {
        server.post("/api/v1/operator/recalls/" + number + "/" + act)
                .byOperator()
                .json(body)
                .send()
                .is(200);
    }

    private Reply own(String order, String member) {
        return server.get("/api/v1/orders/" + order + "/recalls")
                .by(member)
                .send()
                .is(200);
    }

    /// Whether nothing stops a unit.
    private boolean free(String serial) {
        return server.database().sql("""
                        select not exists (select 1 from delivery.quarantined_unit k
                          join delivery.unit u on u.number = k.unit
                          where u.serial = ? and k.released_at is null)""").param(serial).query(Boolean.class).single();
    }

    private String member(String name) {
        return opening.slug + "-" + name;
    }

    /// Somebody who reads letters in a language.
    private String fan(String name, String language) {
        String member = member(name);
        server.database()
                .sql("""
                        insert into member.address (member, address, language, confirmed, since)
                        values (?, ?, ?, true, now())""")
                .params(member, member + "@example.org", language)
                .update();
        return member;
    }

    private List<String> letters(String kind) {
        return server.database()
                .sql("select member from member.mail where kind = ?")
                .param(kind)
                .query((row, index) -> row.getString(1))
                .list();
    }

    private Letter letter(String kind, String member) {
        return server.mails().page(null, 100).entries().stream()
                .filter(entry -> entry.member().equals(member) && entry.kind().equals(kind))
                .map(entry -> Objects.requireNonNull(entry.letter()))
                .findFirst()
                .orElseThrow();
    }

    /// An order whose unit, made of a lot, is ready.
    private String ready(String member, String lot) {
        String order = opening.placed(member, "pro");
        opening.act(member, order, "lock").is(200);
        units(List.of(unit(member) + ",pro,built," + at(900) + ",," + lot(lot)));
        allocate();
        units(List.of(unit(member) + ",pro,ready," + at(800) + ",,"));
        allocate();
        return order;
    }

    private String delivered(String member, String lot) {
        String order = ready(member, lot);
        units(List.of(unit(member) + ",pro,delivered," + at(700) + ",,"));
        allocate();
        return order;
    }

    private void allocate() {
        server.post(opening.operatorPath("/allocation")).byOperator().send().is(200);
    }

    private void units(List<String> rows) {
        units(rows, 200);
    }

    private void units(List<String> rows, int status) {
        server.post(opening.operatorPath("/units"))
                .byOperator()
                .body("text/csv", "serial,configuration,state,at,region,lots\n" + String.join("\n", rows) + "\n")
                .send()
                .is(status);
    }

    private String unit(Object of) {
        return opening.slug + "-U" + of;
    }

    private String lot(Object name) {
        return opening.slug + "-lot-" + name;
    }

    private String at(int secondsAgo) {
        return server.clock().instant().minusSeconds(secondsAgo).toString();
    }
}
