package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.launch.draw.Draw;
import dev.holdfast.launch.draw.DrawCheck;
import dev.holdfast.launch.draw.DrawText;
import dev.holdfast.launch.draw.Hashes;
import dev.holdfast.launch.draw.TicketHashes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The waiting room over HTTP: entering, the draw, being called, and every way in which somebody is not let in.
@ExtendWith(RunningServer.Shared.class)
class LobbyContractTest {
    private static final List<String> FANS = List.of("ann", "bob", "cat", "dan", "eve");

    private final RunningServer server;

    LobbyContractTest(RunningServer server) {
        this.server = server;
    }

    private LobbyRoom room() {
        LobbyRoom room = new LobbyRoom(server);
        room.opening.supplied("pro,2027-01-04,9");
        return room;
    }

    @Test
    void a_member_has_one_ticket_however_often_they_enter() {
        LobbyRoom room = room();
        Reply first = room.enter("ann").is(200);
        Reply again = room.enter("ann").is(200);
        assertEquals(first.at("/ticket"), again.at("/ticket"));
        assertEquals(first.at("/ticket"), room.found("ann").is(200).at("/ticket"), "a lost one is made again");
        assertEquals(1, again.number("/arrival"));
        assertEquals(2, room.enter("bob").number("/arrival"));
        room.found("cat").refused(404, "not_in_lobby");
    }

    @Test
    void nobody_enters_before_the_lobby_opens() {
        LobbyRoom room = room();
        server.clock().forward(Duration.ofHours(-2));
        room.enter("ann").refused(409, "lobby_not_open");
    }

    @Test
    void the_draw_gives_everybody_of_the_lobby_one_place_and_late_comers_the_next() {
        LobbyRoom room = room();
        FANS.forEach(room::ticket);
        server.clock().forward(Duration.ofMinutes(10));
        Reply late = room.enter("late").is(200);
        assertEquals("false", late.at("/takesPart"));
        assertEquals(6, late.number("/place"));
        assertEquals(null, room.found("ann").at("/place"));
        room.opened();
        Set<Long> places = new HashSet<>();
        FANS.forEach(fan -> places.add(room.place(fan)));
        assertEquals(Set.of(1L, 2L, 3L, 4L, 5L), places);
        assertEquals(6, room.place("late"));
        assertEquals(7, room.enter("later").number("/place"));
    }

    @Test
    void what_is_published_proves_the_places() throws IOException, DrawText.NotADraw {
        LobbyRoom room = room();
        FANS.forEach(room::ticket);
        room.draw().refused(409, "draw_not_frozen");
        String commitment =
                String.valueOf(server.get(room.path("/lobby")).send().is(200).at("/commitment"));
        server.clock().forward(Duration.ofMinutes(10));
        server.settle(room.opening.slug);
        var before = read(room.draw().is(200));
        assertEquals(List.of(), DrawCheck.findings(before));
        assertEquals(commitment, before.statement().commitment());
        assertEquals(null, before.statement().revealed(), "the seed stays hidden until the figure is known");
        room.opened();
        var after = read(room.draw().is(200));
        assertEquals(List.of(), DrawCheck.findings(after));
        assertEquals(List.of(), DrawCheck.differences(before, after));
        var revealed = Objects.requireNonNull(after.statement().revealed());
        assertEquals(LobbyRoom.FIGURE, revealed.figure());
        int[] order = new Draw(after.sorted(), Hashes.key(HexFormat.of().parseHex(revealed.seed()), revealed.figure()))
                .order();
        for (String fan : FANS) {
            Reply ticket = room.found(fan);
            var mine = new TicketHashes();
            mine.add(Hashes.ofTicket(HexFormat.of().parseHex(String.valueOf(ticket.at("/id")))));
            int index = order[(int) ticket.number("/place") - 1];
            assertEquals(mine.high(0), after.sorted().high(index), fan);
            assertEquals(mine.low(0), after.sorted().low(index), fan);
        }
    }

    private static DrawText.Read read(Reply reply) throws IOException, DrawText.NotADraw {
        return DrawText.read(new BufferedReader(new StringReader(reply.text())));
    }

    @Test
    void the_figure_is_entered_after_it_can_be_known_and_once() {
        LobbyRoom room = room();
        room.ticket("ann");
        room.figure("4711").refused(409, "draw_not_frozen");
        server.clock().forward(Duration.ofMinutes(10));
        server.settle(room.opening.slug);
        room.figure("4711").refused(409, "figure_too_early");
        server.clock().forward(Duration.ofMinutes(1));
        room.figure("two\nlines").refused(422, "invalid_figure");
        room.figure("4711").is(200);
        room.figure("4712").refused(409, "figure_entered");
        Reply audit =
                server.get("/api/v1/operator/audit?limit=1").byOperator().send().is(200);
        assertEquals("enter_figure", audit.at("/acts/0/act"));
        assertEquals("4711", audit.at("/acts/0/detail"));
    }

    @Test
    void without_the_figure_the_draw_waits_and_nobody_is_called() {
        LobbyRoom room = room();
        room.ticket("ann");
        server.clock().forward(Duration.ofMinutes(20));
        server.settle(room.opening.slug);
        assertEquals("frozen", room.now().at("/state"));
        assertEquals(0, room.now().number("/serving"));
        room.comeIn("ann", room.ticket("ann")).refused(409, "not_drawn");
        room.opening.order("ann", "pro").refused(409, "pass_required");
    }

    @Test
    void whoever_is_called_orders_with_their_pass_and_nobody_else() {
        LobbyRoom room = room();
        FANS.forEach(room::ticket);
        room.opening.order("ann", "pro").refused(409, "launch_not_open");
        room.opened().called(5);
        String pass = room.pass("ann");
        room.opening.order("ann", "pro").refused(409, "pass_required");
        room.order("bob", "k", pass).refused(409, "pass_of_another");
        room.order("ann", "k", pass + "x").refused(409, "pass_invalid");
        room.order("ann", "k", room.ticket("ann")).refused(409, "pass_invalid");
        room.order("ann", "k", pass).is(201);
        assertEquals("true", room.order("ann", "k", "").is(200).header("Idempotent-Replay"), "the first answer stays");
        room.order("ann", "another", pass).refused(409, "member_limit_reached");
    }

    @Test
    void passes_and_tickets_end_and_are_made_again() {
        LobbyRoom room = room();
        String ticket = room.ticket("ann");
        room.opened().called(1);
        String pass = room.pass("ann");
        server.clock().forward(Duration.ofMinutes(5));
        room.order("ann", "k", pass).refused(409, "pass_expired");
        assertNotEquals(pass, room.pass("ann"));
        room.order("ann", "k", room.pass("ann")).is(201);
        server.clock().forward(Duration.ofDays(61));
        room.comeIn("ann", ticket).refused(409, "ticket_expired");
    }

    @Test
    void a_ticket_that_is_forged_or_anothers_lets_nobody_in() {
        LobbyRoom room = room();
        String ann = room.ticket("ann");
        LobbyRoom other = room();
        String elsewhere = other.ticket("ann");
        room.opened().called(1);
        room.comeIn("bob", ann).refused(409, "ticket_of_another");
        room.comeIn("ann", elsewhere).refused(409, "ticket_invalid");
        room.comeIn("ann", ann.replace("~1~", "~2~")).refused(409, "ticket_invalid");
        room.comeIn("ann", ann.substring(0, ann.length() - 1)).refused(409, "ticket_invalid");
        room.comeIn("ann", "ticket~~~~~").refused(409, "ticket_invalid");
        room.comeIn("ann", "").refused(409, "ticket_required");
        room.comeIn("ann", room.pass("ann")).refused(409, "ticket_invalid");
    }

    @Test
    void nobody_is_called_for_whom_no_unit_is_left() {
        LobbyRoom room = new LobbyRoom(server);
        room.opening.supplied("pro,2027-01-04,2");
        FANS.forEach(room::ticket);
        room.opened().called(2);
        String third =
                FANS.stream().filter(fan -> room.place(fan) == 3).findFirst().orElseThrow();
        server.look(room.opening.slug);
        assertEquals(2, room.now().number("/serving"));
        room.comeIn(third, room.ticket(third)).refused(409, "not_your_turn");
        for (String fan : FANS) {
            if (room.place(fan) <= 2) {
                room.order(fan, "k", room.pass(fan)).is(201);
            }
        }
        server.look(room.opening.slug);
        assertEquals("gone", room.now().at("/state"));
        assertEquals(2, room.now().number("/serving"));
    }

    @Test
    void what_waiting_browsers_ask_for_may_be_kept_for_a_second() {
        LobbyRoom room = room();
        Reply now = room.now();
        assertEquals("public, max-age=1", now.header("Cache-Control"));
        assertTrue(now.text().length() < 400, now.text());
    }

    @Test
    void a_launch_without_a_waiting_room_has_no_lobby() {
        Opening plain = Opening.on(server).supplied("pro,2027-01-04,9");
        server.post("/api/v1/launches/" + plain.slug + "/lobby")
                .by("ann")
                .send()
                .refused(404, "no_waiting_room");
        plain.order("ann", "pro").is(201);
    }

    @Test
    void a_waiting_room_whose_draw_could_be_bent_is_refused() {
        LobbyRoom room = room();
        room.opening.set(
                "waitingRoom",
                Map.of(
                        "lobbyOpensAt",
                        "2026-11-20T12:00:00Z",
                        "drawClosesAt",
                        "2026-11-20T13:00:00Z",
                        "figureAt",
                        "2026-11-20T13:00:00Z",
                        "figure",
                        "two\nlines",
                        "mostPerSecond",
                        0));
        Reply refused = room.opening.define().refused(422, "invalid_launch");
        assertEquals(
                List.of(
                        "waitingRoom.drawClosesAt",
                        "waitingRoom.figureAt",
                        "waitingRoom.figure",
                        "waitingRoom.mostPerSecond"),
                refused.each("/errors", "path"));
    }
}
