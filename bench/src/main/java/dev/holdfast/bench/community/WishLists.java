package dev.holdfast.bench.community;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.holdfast.bench.Lists;
import dev.holdfast.bench.Machine;
import dev.holdfast.bench.Site;
import dev.holdfast.bench.server.Throwaway;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/// Loads wishes, answers, referrals and applicants by seeded generators, and measures over HTTP what fans and the
/// product team read of them: each list under 100 ms.
///
/// The server is a process of its own, fresh, on a database of its own, and gone afterwards. Arguments: wishes
/// (10,000), the seed (1).
public final class WishLists {
    private static final int MEMBERS = 20_000;
    private static final int EVENTS = 30;
    private static final int APPLICANTS = 10_000;
    private static final String API = "/api/v1";

    private final Lists lists;
    private final Random random;
    private final int wishes;

    private WishLists(Lists lists, long seed, int wishes) {
        this.lists = lists;
        this.random = new Random(seed);
        this.wishes = wishes;
    }

    public static void main(String[] arguments) throws Exception {
        int wishes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        boolean fast;
        try (var throwaway = Throwaway.start(1);
                var site = Site.of(throwaway);
                var connection = throwaway.database().connect();
                var lists = new Lists(site, throwaway.uri(), seed)) {
            say("%s, seed %d", Machine.here(connection), seed);
            load(site, connection, wishes, seed);
            new WishLists(lists, seed, wishes).measure();
            fast = lists.allWithin();
        }
        System.exit(fast ? 0 : 1);
    }

    private static void load(Site site, Connection connection, int wishes, long seed)
            throws SQLException, IOException, InterruptedException {
        long start = System.nanoTime();
        int votes = new WishRows(seed, MEMBERS).load(connection, wishes);
        new AnswerRows(seed).load(connection, wishes);
        var neighbours = new NeighbourRows(seed);
        neighbours.referrals(connection, MEMBERS);
        for (int event = 1; event <= EVENTS; event++) {
            site.operator().put("/operator/events/ride-" + event, "application/json", event());
        }
        neighbours.applicants(connection, 1, APPLICANTS);
        say(
                "%,d wishes, %,d votes, %,d referrals, %,d applicants loaded in %.1f s",
                wishes, votes, MEMBERS, APPLICANTS, (System.nanoTime() - start) / 1e9);
    }

    private static String event() {
        Instant now = Instant.now();
        return JsonMapper.shared()
                .writeValueAsString(Map.ofEntries(
                        Map.entry("name", Map.of("en", "A ride", "zh", "骑行")),
                        Map.entry("places", 100),
                        Map.entry("cities", List.of(city("north"), city("south"))),
                        Map.entry("quotas", List.of()),
                        Map.entry("opensAt", now.minus(Duration.ofHours(1)).toString()),
                        Map.entry("closesAt", now.plus(Duration.ofDays(1)).toString()),
                        Map.entry("figure", "drand round 1"),
                        Map.entry("figureAt", now.plus(Duration.ofDays(2)).toString()),
                        Map.entry("startsAt", now.plus(Duration.ofDays(9)).toString()),
                        Map.entry("endsAt", now.plus(Duration.ofDays(60)).toString()),
                        Map.entry("timeZone", "UTC")));
    }

    private static Map<String, Object> city(String id) {
        return Map.of("id", id, "name", Map.of("en", id));
    }

    private void measure() throws IOException, InterruptedException {
        lists.ofAnybody("wishes, the newest", () -> API + "/wishes?limit=100");
        lists.ofAnybody("wishes, the most supported", () -> API + "/wishes?order=most_supported&limit=100");
        lists.ofAnybody("wishes of a class, the most supported", () -> API + "/wishes?class=app&order=most_supported");
        lists.ofAnybody("open wishes, the next to be due", () -> API + "/wishes?order=due&limit=100");
        lists.ofAnybody("similar wishes", () -> API + "/wishes/similar?text=" + typed());
        lists.ofAnybody("a wish", () -> API + wish(""));
        lists.ofAnybody("page of wishes", () -> "/wishes");
        lists.ofAnybody("page of a wish, its whole chain", () -> wish(""));
        lists.ofAnybody("comments of a wish", () -> API + wish("/comments"));
        lists.ofAnybody("answers to a wish", () -> API + wish("/answers"));
        lists.ofAnybody("what came of a wish", () -> API + wish("/outcome"));
        lists.ofMember("a member's wishes and votes", API + "/me/wishes", "fan-", MEMBERS);
        lists.ofOperator("inbox, the next to be due", API + "/operator/answers/inbox?limit=200");
        lists.ofOperator("inbox, overdue", API + "/operator/answers/inbox?overdue=true&limit=200");
        lists.ofAnybody("figures of answers", () -> API + "/answers");
        lists.ofAnybody("page of the figures, with what is overdue", () -> "/answers");
        for (String state : List.of("due", "overdue", "kept")) {
            lists.ofAnybody("promises " + state, () -> API + "/answers/promises?state=" + state + "&limit=200");
        }
        lists.ofAnybody("a product's spec, all versions", () -> API + "/specs/" + AnswerRows.PRODUCT);
        lists.ofMember("referrals of a member", API + "/me/referrals", "fan-", MEMBERS);
        lists.ofMember("referrals of who brought a hundred", API + "/me/referrals", "fan-", 20);
        lists.ofOperator("referrals disputed", API + "/operator/referrals/disputes");
        lists.ofOperator("circles of referrals", API + "/operator/referrals/circles");
        lists.ofAnybody("events", () -> API + "/events");
        lists.ofAnybody("page of events", () -> "/events");
        lists.ofAnybody("an event with 10,000 applicants", () -> API + "/events/ride-1");
        lists.ofOperator("its applicants", API + "/operator/events/ride-1/applicants?limit=500");
    }

    private String wish(String rest) {
        return "/wishes/" + WishRows.id(1 + random.nextInt(wishes)) + rest;
    }

    private String typed() {
        return random.nextInt(2) == 0 ? "lamp%20seat%20lock" : "%E8%BD%A6%E7%81%AF%E5%BA%A7%E6%A4%85";
    }

    @FormatMethod
    private static void say(@FormatString String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
