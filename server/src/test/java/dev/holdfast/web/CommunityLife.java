package dev.holdfast.web;

import dev.holdfast.community.event.EventsNow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One fan who does everything that there is to do with a community, beside neighbours who stay; the fan's
/// name and every word they say are found nowhere else.
final class CommunityLife {
    private static final String DESK = "/api/v1/operator";
    private static final String POINTS = DESK + "/points/";

    final String fan = "leaver-" + UUID.randomUUID();
    final String address = "reads-" + UUID.randomUUID() + "@example.com";
    /// Stands in every text of theirs.
    final String words = "mark" + UUID.randomUUID().toString().replace("-", "");
    final String neighbour = "neighbour-" + UUID.randomUUID();
    final String product = "bike-" + UUID.randomUUID().toString().substring(0, 8);
    final String event = "ride-" + UUID.randomUUID().toString().substring(0, 8);
    final String order;
    final String alone;
    final String shared;
    final String neighbours;
    final Opening opening;
    final SharedLife together;
    private final RunningServer server;

    CommunityLife(RunningServer server) {
        this.server = server;
        AnswerWorld.role(server);
        reads();
        alone = propose(fan, "Lantern " + words);
        shared = propose(fan, "A stand for the kitchen");
        neighbours = propose(neighbour, "A hook for bags");
        List.of(shared, neighbours).forEach(wish -> vote(wish, neighbour));
        List.of(alone, shared, neighbours).forEach(wish -> vote(wish, fan));
        talk();
        points();
        referrals();
        event();
        hear();
        opening = Opening.with(server, "spec", Map.of("product", product, "version", 1))
                .supplied("pro,2027-01-04,9");
        order = opening.locked(fan, "pro");
        server.handOver(order);
        together = new SharedLife(server, this);
        ask();
        object();
        judge();
    }

    /// What must be nowhere afterwards.
    List<String> marks() {
        return List.of(fan, address, words);
    }

    /// A path of the interface or of a page, with the fan's things in it; nothing where they have none such.
    List<String> filled(String path) {
        if (path.contains("/live")) {
            return List.of();
        }
        String slug = path.contains("/events/") ? event : path.contains("/councils/") ? together.council : opening.slug;
        String number = path.contains("/stories/") ? Long.toString(together.story) : "1";
        String launch = path.replace("{slug}", slug).replace("{number}", number);
        String thing = launch.contains("/orders/") ? order : launch.contains("/specs/") ? product : "";
        List<String> ids =
                launch.contains("/wishes/") ? List.of(alone, shared, neighbours, together.source) : List.of(thing);
        return ids.stream()
                .map(id -> id.isEmpty() ? launch : launch.replace("{id}", id))
                .filter(filled -> !filled.contains("{"))
                .distinct()
                .toList();
    }

    private void reads() {
        server.database()
                .sql("insert into member.address (member, address, language, confirmed, since)"
                        + " values (?, ?, 'en', true, now())")
                .params(fan, address)
                .update();
    }

    String propose(String member, String title) {
        Map<String, Object> wish = Map.of("class", "product", "language", "en", "title", title, "text", title + "!");
        return String.valueOf(server.post("/api/v1/wishes")
                .by(member)
                .json(wish)
                .send()
                .is(201)
                .at("/id"));
    }

    private void vote(String wish, String member) {
        server.put("/api/v1/wishes/" + wish + "/vote").by(member).send().is(200);
    }

    private void talk() {
        server.post("/api/v1/wishes/" + neighbours + "/comments")
                .by(fan)
                .json(Map.of("text", "I live there, " + words))
                .send()
                .is(201);
        server.put("/api/v1/wishes/" + neighbours + "/follow").by(fan).send().is(204);
    }

    /// One piece of news as a letter that waits, and one that has come to the fan's name; the clock leaves it alone.
    private void hear() {
        LocalDate by =
                LocalDate.ofInstant(server.clock().instant(), ZoneOffset.UTC).plusDays(9);
        AnswerWorld.answer(server, neighbours, "accepted", by, "Asked by:\n" + fan + " and we looked at " + neighbours)
                .is(201);
        server.tellOfWishes();
        SpecWorld.product(server, product, 1);
        Map<String, @Nullable Object> change = SpecWorld.change(neighbours);
        change.put("evidence", "tried out by " + fan);
        SpecWorld.publish(server, product, 1, List.of(change)).is(201);
        server.database()
                .sql("update community.wish_news set told_member = ?, done = true"
                        + " where wish = ?::uuid and kind = 'KEPT'")
                .params(fan, neighbours)
                .update();
    }

    /// Earned by an activity of their name, put aside, and taken back for a reason that names them.
    private void points() {
        Map<String, String> name = Map.of("en", "Welcome", "zh", "欢迎");
        server.put(POINTS + "rules/welcome")
                .byOperator()
                .json(Map.of("name", name, "points", 100, "timeZone", "UTC", "life", "P365D", "spent", "owed"))
                .send()
                .is(200);
        server.put(POINTS + "rewards/cup")
                .byOperator()
                .json(Map.of("name", name, "price", 10, "stock", 500, "holdFor", "P7D", "returnWithin", "P14D"))
                .send()
                .is(200);
        for (String what : List.of("birthday.", "wedding.")) {
            server.post(POINTS + "earnings")
                    .byOperator()
                    .json(Map.of("member", fan, "rule", "welcome", "activity", what + fan))
                    .send()
                    .is(201);
        }
        server.post("/api/v1/me/points/reservations")
                .by(fan)
                .key(words)
                .json(Map.of("reward", "cup"))
                .send()
                .is(201);
        server.post(POINTS + "clawbacks")
                .byOperator()
                .json(Map.of("rule", "welcome", "activity", "wedding." + fan, "reason", "The wedding of " + fan + "?"))
                .send()
                .is(200);
    }

    private void referrals() {
        String guest = "guest-" + fan.hashCode();
        come(fan, code(neighbour));
        come(guest, code(fan));
        String number = String.valueOf(own(fan).at("/cameBy/number"));
        server.post("/api/v1/me/referrals/" + number + "/dispute")
                .by(fan)
                .json(Map.of("said", "It was not so, " + words))
                .send()
                .is(200);
        server.post(DESK + "/referrals/" + number + "/answer")
                .byOperator()
                .json(Map.of("said", "We asked " + fan + "."))
                .send()
                .is(200);
        server.post(DESK + "/referrals/" + number + "/owner")
                .byOperator()
                .json(Map.of("owner", "third-" + neighbour, "said", "As " + fan + " says"))
                .send()
                .is(200);
        server.post(DESK + "/referrals/" + own(guest).at("/cameBy/number") + "/owner")
                .byOperator()
                .json(Map.of("owner", neighbour, "said", "Not " + fan + ", then"))
                .send()
                .is(200);
    }

    private String code(String member) {
        return String.valueOf(own(member).at("/code"));
    }

    private Reply own(String member) {
        return server.get("/api/v1/me/referrals").by(member).send().is(200);
    }

    private void come(String friend, String code) {
        server.post("/api/v1/me/referrals/contact")
                .by(friend)
                .json(Map.of("code", code, "store", "store-of-" + friend))
                .send()
                .is(201);
    }

    private void event() {
        Instant now = server.clock().instant();
        Map<String, Object> definition = Map.ofEntries(
                Map.entry("name", Map.of("en", "A ride")),
                Map.entry("places", 9),
                Map.entry("cities", List.of(Map.of("id", "north", "name", Map.of("en", "North")))),
                Map.entry("quotas", List.of()),
                Map.entry("opensAt", now.toString()),
                Map.entry("closesAt", now.plus(Duration.ofDays(1)).toString()),
                Map.entry("figure", "drand round 1"),
                Map.entry("figureAt", now.plus(Duration.ofDays(2)).toString()),
                Map.entry("startsAt", now.plus(Duration.ofDays(20)).toString()),
                Map.entry("endsAt", now.plus(Duration.ofDays(60)).toString()),
                Map.entry("timeZone", "UTC"),
                Map.entry("warningDays", 2),
                Map.entry("holidayDays", 1));
        server.put(DESK + "/events/" + event)
                .byOperator()
                .json(definition)
                .send()
                .is(201);
        for (String member : List.of(fan, neighbour)) {
            server.put("/api/v1/events/" + event + "/place")
                    .by(member)
                    .json(Map.of("city", "north"))
                    .send()
                    .is(200);
        }
        server.clock().forward(Duration.ofDays(1));
        server.now(EventsNow::keep);
        server.clock().forward(Duration.ofDays(1));
        server.post(DESK + "/events/" + event + "/figure")
                .byOperator()
                .json(Map.of("figure", "1"))
                .send()
                .is(200);
        work();
    }

    /// What they said of duties, and of days off.
    private void work() {
        server.database()
                .sql("""
                        with done as (
                          insert into community.duty_done (event, member, duty, said, at)
                          select e.number, :fan, 'report', :words, now() from community.event e where e.slug = :event),
                        warned as (
                          insert into community.event_warning (event, member, duty, reason, operator, at)
                          select e.number, :fan, 'report', :words, 'operator', now()
                          from community.event e where e.slug = :event)
                        insert into community.event_pause (event, member, from_day, to_day, said)
                        select e.number, :fan, now(), now(), :words from community.event e where e.slug = :event""")
                .param("fan", fan)
                .param("words", words)
                .param("event", event)
                .update();
    }

    /// Two questions: one loose, one under a topic.
    private void ask() {
        for (String question : List.of("When, ", "Why, ")) {
            server.post("/api/v1/launches/" + opening.slug + "/questions")
                    .by(fan)
                    .json(Map.of("language", "en", "text", question + words))
                    .send()
                    .is(201);
        }
        long topic = server.post(opening.operatorPath("/topics"))
                .byOperator()
                .json(Map.of("title", Map.of("en", "The day that " + fan + " asks for", "zh", "时间")))
                .send()
                .is(201)
                .number("/topic");
        long number = server.get(opening.operatorPath("/questions"))
                .byOperator()
                .send()
                .number("/questions/0/number");
        server.post(opening.operatorPath("/questions/topic"))
                .byOperator()
                .json(Map.of("topic", topic, "questions", List.of(number)))
                .send()
                .is(200);
        Map<String, String> text = Map.of("en", "As " + fan + " asks, in March.", "zh", "应" + fan + "之问，三月。");
        Map<String, Object> rule = Map.of("kind", "lock_date", "text", text, "day", "2027-03-01");
        server.post(opening.operatorPath("/rounds"))
                .byOperator()
                .json(Map.of(
                        "round",
                        1,
                        "role",
                        "product-manager",
                        "answers",
                        List.of(Map.of("topic", topic, "text", text, "rule", rule))))
                .send()
                .is(201);
    }

    /// An objection to what was noticed of their vote, and what was decided.
    private void object() {
        String decided = """
                insert into community.vote_appeal
                  (wish, position, member, text, at, lifted, reason, actor, decided_at)
                select v.wish, v.position, v.member, ?, now(), false, 'No, ' || v.member, 'operator', now()
                from community.wish_vote v where v.wish = ?::uuid and v.member = ?""";
        server.database().sql(decided).params(words, shared, fan).update();
    }

    private void judge() {
        server.clock().forward(Duration.ofDays(2));
        server.post("/api/v1/orders/" + order + "/verdicts")
                .by(fan)
                .json(Map.of("wish", neighbours, "verdict", "there_not_good", "words", "Loud, " + words))
                .send()
                .is(200);
    }
}
