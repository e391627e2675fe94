package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Staff of one place meet another's things at every operation that is for staff. The list is the document's own, so
/// that
/// none escapes: one that [#calls] does not know is asked in the way that all of them have in common.
@ExtendWith(RunningServer.Shared.class)
class StorePlacesTest {
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 1, 2};

    private final RunningServer server;
    private final String word = UUID.randomUUID().toString().substring(0, 8);
    private final SlotLaunch theirs;
    private final SlotLaunch own;
    private final String order;
    private final String photo = UUID.randomUUID().toString();

    StorePlacesTest(RunningServer server) {
        this.server = server;
        this.theirs = new SlotLaunch(server, "theirs-" + word);
        this.own = new SlotLaunch(server, "own-" + word);
        theirs.staff("their-clerk-" + word);
        own.staff("own-clerk-" + word);
        this.order = theirs.arrived("driver-" + word);
        theirs.open(30, 1).is(200);
        photo("their-clerk-" + word, theirs.centre).send().is(200);
    }

    /// How each operation is asked about what is theirs.
    private interface Ask {
        Call of(String clerk, String place);
    }

    private Map<String, Ask> calls() {
        Map<String, Ask> calls = new LinkedHashMap<>();
        calls.put("GET /api/v1/store/places", (clerk, place) -> get(clerk, "/store/places"));
        calls.put("GET /api/v1/store/acts", (clerk, place) -> get(clerk, "/store/acts?place=" + place));
        calls.put("GET /api/v1/store/proposals", (clerk, place) -> get(clerk, "/store/proposals?place=" + place));
        calls.put(
                "GET /api/v1/store/units",
                (clerk, place) -> get(clerk, "/store/units?place=" + place + "&launch=" + theirs.slug()));
        calls.put("GET /api/v1/network/slots", (clerk, place) -> get(clerk, day(place)));
        calls.put("GET /api/v1/network/backlog", (clerk, place) -> get(clerk, "/network/backlog?place=" + place));
        calls.put("GET /api/v1/store/handovers/*", (clerk, place) -> get(clerk, handOver("") + where(place)));
        calls.put(
                "GET /api/v1/store/handovers/*/photos/*",
                (clerk, place) -> get(clerk, handOver("/photos/" + photo) + where(place)));
        calls.put("PUT /api/v1/store/handovers/*/photos/*", this::photo);
        calls.put("POST /api/v1/store/handovers/*", this::tell);
        calls.put("POST /api/v1/store/units", this::say);
        calls.put("POST /api/v1/store/proposals", this::propose);
        calls.put("PUT /api/v1/network/slots", this::open);
        return calls;
    }

    @Test
    void staff_see_and_change_nothing_of_another_place() {
        Map<String, Ask> calls = calls();
        assertTrue(forStaff().containsAll(calls.keySet()), "an operation is not there any more");
        String before = seen(calls);
        List<String> wrong = new ArrayList<>();
        calls.forEach((route, ask) -> {
            Reply trespass = ask.of("own-clerk-" + word, theirs.centre).send();
            if (!route.endsWith("/store/places") && !refused(trespass)) {
                wrong.add(route + " at their place: " + trespass.status() + " " + trespass.text());
            }
            if (tells(trespass)) {
                wrong.add(route + " at their place tells: " + trespass.text());
            }
            Reply through = ask.of("own-clerk-" + word, own.centre).send();
            if (tells(through)) {
                wrong.add(route + " through one's own place: " + through.status() + " " + through.text());
            }
        });
        assertEquals(List.of(), wrong);
        assertEquals(before, seen(calls), "something of theirs is not as it was");
    }

    /// Else what is refused above might be refused because nothing can be asked like that.
    @Test
    void staff_of_the_place_itself_are_let_in_with_the_same_words() {
        List<String> wrong = new ArrayList<>();
        calls().forEach((route, ask) -> {
            Reply reply = ask.of("their-clerk-" + word, theirs.centre).send();
            boolean isIn = reply.status() < 300 || "store_takes_no_orders".equals(reply.at("/code"));
            if (!isIn) {
                wrong.add(route + ": " + reply.status() + " " + reply.text());
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void staff_are_told_nothing_of_another_place_by_any_operation_whatsoever() {
        List<String> wrong = new ArrayList<>();
        for (String route : forStaff()) {
            Reply reply = anyhow(route).send();
            if (tells(reply) || reply.status() >= 500) {
                wrong.add(route + ": " + reply.status() + " " + reply.text());
            }
        }
        assertEquals(List.of(), wrong);
    }

    /// With all that names what is theirs, wherever an operation may look for it.
    private Call anyhow(String route) {
        String serial = theirs.serial("driver-" + word);
        String[] parts = route.split(" ", -1);
        String path = parts[1].replace("/handovers/*", "/handovers/" + order).replace("*", "1");
        Call call = server.call(
                        parts[0], path + "?place=" + theirs.centre + "&serial=" + serial + "&launch=" + theirs.slug())
                .by("own-clerk-" + word, "store");
        return parts[0].equals("GET") ? call : call.json(Map.of("place", theirs.centre, "serial", serial));
    }

    private List<String> forStaff() {
        List<String> routes = server.document().operations().stream()
                .filter(operation -> StreamSupport.stream(
                                operation.node().path("security").spliterator(), false)
                        .anyMatch(one -> "store".equals(one.at("/bearer/0").asString(""))))
                .map(OpenApi.Operation::route)
                .toList();
        assertTrue(routes.size() > 10, "next to nothing is for staff");
        return routes;
    }

    /// Everything that their own staff read, but for who waits: there, the clock's own work shows.
    private String seen(Map<String, Ask> calls) {
        StringBuilder seen = new StringBuilder();
        calls.forEach((route, ask) -> {
            if (route.startsWith("GET") && !route.endsWith("/backlog")) {
                seen.append(ask.of("their-clerk-" + word, theirs.centre)
                        .send()
                        .is(200)
                        .text());
            }
        });
        return seen.toString();
    }

    /// By name, or as a bad row of the file that named it.
    private static boolean refused(Reply reply) {
        return (reply.status() == 403 && "not_your_place".equals(reply.at("/code")))
                || (reply.status() == 422 && reply.text().contains("is no place of yours"));
    }

    /// A problem may repeat what was asked for; an answer may not tell of it.
    private boolean tells(Reply reply) {
        String text = reply.text();
        return reply.status() < 300
                && (text.contains(order)
                        || text.contains(theirs.serial("driver-" + word))
                        || text.contains(theirs.centre)
                        || text.contains("their-clerk"));
    }

    private Call get(String clerk, String path) {
        return server.get("/api/v1" + path).by(clerk, "store");
    }

    private String day(String place) {
        Instant from = server.clock().instant().plus(Duration.ofHours(30));
        return "/network/slots?place=" + place + "&day=" + from.toString().substring(0, 10);
    }

    private String handOver(String rest) {
        return "/store/handovers/" + order + rest;
    }

    private String where(String place) {
        return "?place=" + place + "&serial=" + theirs.serial("driver-" + word);
    }

    private Call photo(String clerk, String place) {
        String at = server.clock().instant().toString();
        return server.put("/api/v1" + handOver("/photos/" + photo) + where(place) + "&point=&at=" + at)
                .by(clerk, "store")
                .body("image/jpeg", BodyPublishers.ofByteArray(JPEG));
    }

    private Call tell(String clerk, String place) {
        return server.post("/api/v1" + handOver(""))
                .by(clerk, "store")
                .json(Map.of(
                        "place",
                        place,
                        "serial",
                        theirs.serial("driver-" + word),
                        "said",
                        List.of(theirs.said("note", "", null))));
    }

    private Call say(String clerk, String place) {
        return server.post("/api/v1/store/units")
                .by(clerk, "store")
                .json(Map.of(
                        "place",
                        place,
                        "launch",
                        theirs.slug(),
                        "serial",
                        theirs.serial("driver-" + word),
                        "state",
                        "damaged"));
    }

    private Call propose(String clerk, String place) {
        return server.post("/api/v1/store/proposals")
                .by(clerk, "store")
                .json(Map.of("place", place, "launch", theirs.slug(), "offer", "pro"));
    }

    private Call open(String clerk, String place) {
        Instant from = server.clock().instant().plus(Duration.ofHours(50));
        String slot = "place,bay,from,to,capacity\n%s,hand_over,%s,%s,1"
                .formatted(place, from, from.plus(Duration.ofMinutes(30)));
        return server.put("/api/v1/network/slots").by(clerk, "store").body("text/csv", slot);
    }
}
