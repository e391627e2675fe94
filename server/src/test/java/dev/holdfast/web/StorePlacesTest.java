package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Staff of one place meet another's things at every operation that is for staff. The list is the document's own, so
/// that none escapes: one that [TwoPlaces] does not know how to ask fails here.
@ExtendWith(RunningServer.Shared.class)
class StorePlacesTest {
    /// Told to everybody, of the places where they work.
    private static final Set<String> OF_ALL_ONES_PLACES =
            Set.of("GET /api/v1/store/places", "GET /api/v1/store/overdue");

    /// Must have something to tell, or nobody would see that strangers are told of it.
    private static final Set<String> TELLING = Set.of(
            "GET /api/v1/store/places",
            "GET /api/v1/store/overdue",
            "GET /api/v1/store/recalls",
            "GET /api/v1/store/tickets",
            "GET /api/v1/store/work-orders",
            "GET /api/v1/store/tickets/*",
            "GET /api/v1/store/work-orders/*");

    private final RunningServer server;
    private final TwoPlaces places;

    StorePlacesTest(RunningServer server) {
        this.server = server;
        this.places = new TwoPlaces(server);
    }

    @Test
    void every_operation_for_staff_is_asked_here() {
        assertEquals(new TreeSet<>(forStaff()), new TreeSet<>(places.calls().keySet()));
    }

    @Test
    void staff_see_and_change_nothing_of_another_place() {
        String before = places.seen();
        List<String> wrong = new ArrayList<>();
        places.calls().forEach((route, ask) -> {
            Reply trespass = ask.of(places.ownClerk, places.theirs.centre).send();
            if (!OF_ALL_ONES_PLACES.contains(route) && !refused(trespass)) {
                wrong.add(route + " at their place: " + trespass.status() + " " + trespass.text());
            }
            if (places.tells(trespass)) {
                wrong.add(route + " at their place tells: " + trespass.text());
            }
            Reply through = ask.of(places.ownClerk, places.own.centre).send();
            if (places.tells(through)) {
                wrong.add(route + " through one's own place: " + through.status() + " " + through.text());
            }
        });
        assertEquals(List.of(), wrong);
        assertEquals(before, places.seen(), "something of theirs is not as it was");
    }

    /// Else what is refused above might be refused because nothing can be asked like that.
    @Test
    void staff_of_the_place_itself_are_let_in_with_the_same_words() {
        List<String> wrong = new ArrayList<>();
        places.calls().forEach((route, ask) -> {
            Reply reply = ask.of(places.theirs.clerk(), places.theirs.centre).send();
            boolean isIn = reply.status() < 300 || "store_takes_no_orders".equals(reply.at("/code"));
            if (!isIn) {
                wrong.add(route + ": " + reply.status() + " " + reply.text());
            }
            if (TELLING.contains(route) && !places.tells(reply)) {
                wrong.add(route + " tells nothing: " + reply.text());
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void staff_are_told_nothing_of_another_place_by_any_operation_whatsoever() {
        List<String> wrong = new ArrayList<>();
        for (String route : forStaff()) {
            Reply reply = anyhow(route).send();
            if (places.tells(reply) || reply.status() >= 500) {
                wrong.add(route + ": " + reply.status() + " " + reply.text());
            }
        }
        assertEquals(List.of(), wrong);
    }

    /// With all that names what is theirs, wherever an operation may look for it.
    private Call anyhow(String route) {
        String[] parts = route.split(" ", -1);
        String path = parts[1].replace("/handovers/*", "/handovers/" + places.order)
                .replace("/tickets/*", "/tickets/" + places.ticket)
                .replace("/work-orders/*", "/work-orders/" + places.work)
                .replace("*", "1");
        String where = "?place=" + places.theirs.centre + "&serial=" + places.serial() + "&launch="
                + places.theirs.slots.slug();
        Call call = server.call(parts[0], path + where).by(places.ownClerk, "store");
        return parts[0].equals("GET")
                ? call
                : call.json(Map.of("place", places.theirs.centre, "serial", places.serial()));
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

    /// By name, as a bad row of the file that named it, or as if it were not there.
    private static boolean refused(Reply reply) {
        return (reply.status() == 403 && "not_your_place".equals(reply.at("/code")))
                || (reply.status() == 422 && reply.text().contains("is no place of yours"))
                || (reply.status() == 404
                        && Set.of("unknown_ticket", "unknown_work_order").contains(String.valueOf(reply.at("/code"))));
    }
}
