package dev.holdfast.web;

import static java.util.Objects.requireNonNull;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// Two centres, of which one has something of everything that a place has: a unit to be handed over, slots, tickets
/// and one that is late, photos, work, parts, a unit that is called back. Nobody works at both.
final class TwoPlaces {
    static final byte[] JPEG = TicketPhotoContractTest.JPEG;

    final ServiceLaunch theirs;
    final ServiceLaunch own;
    final String ownClerk;
    /// To be handed over at their centre.
    final String order;

    final String ticket;
    /// A ticket that nobody has answered in time.
    final String late;

    final String work;
    /// The work order of a unit that is called back.
    final String remedy;

    final String photo = UUID.randomUUID().toString();
    /// Of the ticket.
    final String shown = UUID.randomUUID().toString();
    private final RunningServer server;
    private final String driver;
    private final String owned;

    TwoPlaces(RunningServer server) {
        String word = UUID.randomUUID().toString().substring(0, 8);
        this.server = server;
        RecalledLaunch recalled = new RecalledLaunch(server, "theirs-" + word);
        this.theirs = recalled.service;
        this.own = new ServiceLaunch(server, "own-" + word);
        this.ownClerk = own.clerk();
        this.driver = "driver-" + word;
        String owner = "owner-" + word;
        this.owned = recalled.owned(owner);
        this.late = requireNonNull(theirs.report(owned, owner, Map.of("subject", "fault", "words", "It hums"))
                .is(201)
                .at("/number"));
        server.clock().forward(Duration.ofHours(25));
        this.order = theirs.slots.arrived(driver);
        theirs.slots.open(30, 1).is(200);
        photo(theirs.clerk(), theirs.centre).send().is(200);
        this.ticket = theirs.diagnosed(owned, owner);
        shown(owner);
        this.work = theirs.number(theirs.work(theirs.diagnosed(owned, owner, "It squeaks"), theirs.pads(1))
                .is(201));
        theirs.parts("part,note,quantity\npad,N-1,5\n").is(200);
        this.remedy = booked(recalled, owner);
    }

    private void shown(String owner) {
        server.put("/api/v1/tickets/" + ticket + "/photos/" + shown)
                .by(owner)
                .body("image/jpeg", BodyPublishers.ofByteArray(JPEG))
                .send()
                .is(200);
    }

    private String booked(RecalledLaunch recalled, String owner) {
        // No other place has any.
        String part = "clip-" + owner;
        String recall = recalled.recall(part);
        recalled.came(part, 1, "N-1");
        theirs.service(40, 1).is(200);
        String slot = recalled.first(owner, owned, recall);
        return requireNonNull(recalled.book(owner, owned, recall, slot).is(200).at("/workOrder"));
    }

    /// How an operation is asked about what is theirs.
    interface Ask {
        Call of(String clerk, String place);
    }

    /// By their routes.
    Map<String, Ask> calls() {
        Map<String, Ask> calls = new LinkedHashMap<>();
        for (String list : List.of("places", "overdue")) {
            calls.put("GET /api/v1/store/" + list, (clerk, place) -> get(clerk, "/store/" + list));
        }
        for (String list : List.of("acts", "proposals", "tickets", "work-orders", "parts", "recalls")) {
            calls.put("GET /api/v1/store/" + list, (clerk, place) -> get(clerk, "/store/" + list + "?place=" + place));
        }
        calls.put(
                "GET /api/v1/store/units",
                (clerk, place) -> get(clerk, "/store/units?place=" + place + "&launch=" + theirs.slots.slug()));
        calls.put("GET /api/v1/network/slots", (clerk, place) -> get(clerk, day(place)));
        calls.put("GET /api/v1/network/backlog", (clerk, place) -> get(clerk, "/network/backlog?place=" + place));
        calls.put("GET /api/v1/store/handovers/*", (clerk, place) -> get(clerk, handOver("") + where(place)));
        calls.put(
                "GET /api/v1/store/handovers/*/photos/*",
                (clerk, place) -> get(clerk, handOver("/photos/" + photo) + where(place)));
        calls.put("GET /api/v1/store/tickets/*", (clerk, place) -> get(clerk, "/store/tickets/" + ticket));
        calls.put(
                "GET /api/v1/store/tickets/*/photos/*",
                (clerk, place) -> get(clerk, "/store/tickets/" + ticket + "/photos/" + shown));
        calls.put("GET /api/v1/store/work-orders/*", (clerk, place) -> get(clerk, "/store/work-orders/" + work));
        calls.put("PUT /api/v1/store/handovers/*/photos/*", this::photo);
        calls.put("POST /api/v1/store/handovers/*", this::tell);
        calls.put("POST /api/v1/store/units", this::say);
        calls.put("POST /api/v1/store/proposals", this::propose);
        calls.put("PUT /api/v1/network/slots", this::open);
        calls.put(
                "POST /api/v1/store/tickets/*/steps",
                (clerk, place) -> post(clerk, "/store/tickets/" + ticket + "/steps")
                        .json(Map.of("step", "said", "words", "We look at it")));
        calls.put(
                "POST /api/v1/store/tickets/*/work-orders",
                (clerk, place) ->
                        post(clerk, "/store/tickets/" + ticket + "/work-orders").json(theirs.pads(1)));
        calls.put(
                "POST /api/v1/store/work-orders/*/steps",
                (clerk, place) ->
                        post(clerk, "/store/work-orders/" + work + "/steps").json(Map.of("step", "in_work")));
        calls.put(
                "POST /api/v1/store/parts",
                (clerk, place) ->
                        post(clerk, "/store/parts?place=" + place).body("text/csv", "part,note,quantity\npad,N-2,3\n"));
        return calls;
    }

    /// Everything that their own staff read, but for who waits: there, the clock's own work shows.
    String seen() {
        StringBuilder seen = new StringBuilder();
        calls().forEach((route, ask) -> {
            if (route.startsWith("GET") && !route.endsWith("/backlog")) {
                seen.append(ask.of(theirs.clerk(), theirs.centre).send().is(200).text());
            }
        });
        return seen.toString();
    }

    /// A problem may repeat what was asked for; an answer may not tell of it.
    boolean tells(Reply reply) {
        return reply.status() < 300
                && Stream.of(
                                order,
                                owned,
                                serial(),
                                theirs.centre,
                                theirs.clerk(),
                                "It squeaks",
                                "It rattles",
                                "It may swell.")
                        .anyMatch(reply.text()::contains);
    }

    String serial() {
        return theirs.slots.serial(driver);
    }

    private Call get(String clerk, String path) {
        return server.get("/api/v1" + path).by(clerk, "store");
    }

    private Call post(String clerk, String path) {
        return server.post("/api/v1" + path).by(clerk, "store");
    }

    /// The number of a time that is free at their centre.
    String slot() {
        return String.valueOf(
                get(theirs.clerk(), day(theirs.centre)).send().is(200).at("/slots/0/slot"));
    }

    /// So many days from now, as centres count them.
    LocalDate day(int ahead) {
        return LocalDate.ofInstant(server.clock().instant(), ZoneOffset.UTC).plusDays(ahead);
    }

    private String day(String place) {
        Instant from = server.clock().instant().plus(Duration.ofHours(30));
        return "/network/slots?place=" + place + "&day=" + from.toString().substring(0, 10);
    }

    private String handOver(String rest) {
        return "/store/handovers/" + order + rest;
    }

    private String where(String place) {
        return "?place=" + place + "&serial=" + serial();
    }

    private Call photo(String clerk, String place) {
        String at = server.clock().instant().toString();
        return server.put("/api/v1" + handOver("/photos/" + photo) + where(place) + "&point=&at=" + at)
                .by(clerk, "store")
                .body("image/jpeg", BodyPublishers.ofByteArray(JPEG));
    }

    private Call tell(String clerk, String place) {
        return post(clerk, handOver(""))
                .json(Map.of("place", place, "serial", serial(), "said", List.of(theirs.slots.said("note", "", null))));
    }

    private Call say(String clerk, String place) {
        return post(clerk, "/store/units")
                .json(Map.of("place", place, "launch", theirs.slots.slug(), "serial", serial(), "state", "damaged"));
    }

    private Call propose(String clerk, String place) {
        return post(clerk, "/store/proposals")
                .json(Map.of("place", place, "launch", theirs.slots.slug(), "offer", "pro"));
    }

    private Call open(String clerk, String place) {
        Instant from = server.clock().instant().plus(Duration.ofHours(50));
        String slot = "place,bay,from,to,capacity\n%s,hand_over,%s,%s,1"
                .formatted(place, from, from.plus(Duration.ofMinutes(30)));
        return server.put("/api/v1/network/slots").by(clerk, "store").body("text/csv", slot);
    }
}
