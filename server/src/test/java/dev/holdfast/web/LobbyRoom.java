package dev.holdfast.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// A waiting room of a test's own: its lobby opened an hour ago, its draw closes in ten minutes, the figure is known a
/// minute later, and the launch opens after twelve.
final class LobbyRoom {
    static final String FIGURE = "round 4711: 8d5b";

    final RunningServer server;
    final Opening opening;

    LobbyRoom(RunningServer server, Object... changes) {
        this.server = server;
        Instant now = server.clock().instant();
        this.opening = Opening.with(
                server,
                "opensAt",
                now.plus(Duration.ofMinutes(12)).toString(),
                "waitingRoom",
                Map.of(
                        "lobbyOpensAt",
                        now.minus(Duration.ofHours(1)).toString(),
                        "drawClosesAt",
                        now.plus(Duration.ofMinutes(10)).toString(),
                        "figure",
                        "drand quicknet, round 4711, api.drand.sh",
                        "figureAt",
                        now.plus(Duration.ofMinutes(11)).toString(),
                        "passFor",
                        "PT5M"));
        opening.set(changes);
    }

    String path(String rest) {
        return "/api/v1/launches/" + opening.slug + rest;
    }

    Reply enter(String member) {
        return server.post(path("/lobby")).by(member).send();
    }

    String ticket(String member) {
        return String.valueOf(enter(member).is(200).at("/ticket"));
    }

    Reply found(String member) {
        return server.get(path("/lobby/ticket")).by(member).send();
    }

    long place(String member) {
        return found(member).is(200).number("/place");
    }

    Reply join(String member) {
        return server.post(path("/lobby/waiting-list")).by(member).send();
    }

    Reply leave(String member) {
        return server.delete(path("/lobby/waiting-list")).by(member).send();
    }

    Reply comeIn(String member, String ticket) {
        return server.post(path("/lobby/pass"))
                .by(member)
                .json(Map.of("ticket", ticket))
                .send();
    }

    Reply order(String member, String key, String pass) {
        return opening.wish(member, key, Map.of("offer", "pro"))
                .header("Holdfast-Pass", pass)
                .send();
    }

    Reply figure(String figure) {
        return server.post(opening.operatorPath("/draw/figure"))
                .byOperator()
                .json(Map.of("figure", figure))
                .send();
    }

    Reply now() {
        return server.get(path("/lobby/now")).send().is(200);
    }

    Reply draw() {
        return server.get(path("/draw")).send();
    }

    /// Freezes, draws and opens.
    LobbyRoom opened() {
        server.clock().forward(Duration.ofMinutes(12));
        server.settle(opening.slug);
        figure(FIGURE).is(200);
        server.settle(opening.slug);
        return this;
    }

    /// Waits until places up to this one are called; a second of a real clock for each step.
    LobbyRoom called(long place) {
        for (int tries = 0; tries < 100; tries++) {
            server.look(opening.slug);
            if (now().number("/serving") >= place) {
                return this;
            }
            pause();
        }
        throw new AssertionError("Place " + place + " is not called: " + now().text());
    }

    /// Lets the time of a pass go by for everybody who was called.
    LobbyRoom pastCalls() {
        return past("update launch.admission_second set at = at - interval '6 minutes' where launch = :launch");
    }

    /// Lets the time go by for which units are kept for those called from the waiting list.
    LobbyRoom pastList() {
        return past("update launch.waiting_list set kept_until = now() where launch = :launch and kept_until > now()");
    }

    /// A second of a real clock.
    void awaitStep() {
        String step = "select at > :since from launch.admission a join launch.launch l on l.number = a.launch"
                + " where l.slug = :slug";
        Object since = server.database().sql("select now() as now").query().singleValue();
        boolean done = false;
        for (int tries = 0; tries < 100 && !done; tries++) {
            pause();
            server.look(opening.slug);
            done = server.database()
                    .sql(step)
                    .param("since", since)
                    .param("slug", opening.slug)
                    .query(Boolean.class)
                    .single();
        }
        if (!done) {
            throw new AssertionError("Nobody looks after the room.");
        }
        server.look(opening.slug);
    }

    private LobbyRoom past(String sql) {
        var jdbc = server.database();
        int launch = jdbc.sql("select number from launch.launch where slug = :slug")
                .param("slug", opening.slug)
                .query(Integer.class)
                .single();
        jdbc.sql(sql).param("launch", launch).update();
        server.look(opening.slug);
        return this;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", stopping);
        }
    }

    String pass(String member) {
        return String.valueOf(comeIn(member, ticket(member)).is(200).at("/pass"));
    }
}
