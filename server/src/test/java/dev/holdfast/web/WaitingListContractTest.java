package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// When the line has passed the supply of a launch that refuses more: who is told what, who is called when a unit comes
/// free, and for how long it is kept.
@ExtendWith(RunningServer.Shared.class)
class WaitingListContractTest {
    private static final int UNITS = 2;

    private final RunningServer server;

    WaitingListContractTest(RunningServer server) {
        this.server = server;
    }

    /// Two units, both held by the first two of five.
    private final class Line {
        final LobbyRoom room = new LobbyRoom(server);
        /// By place.
        final List<String> fans;
        final List<String> orders;

        Line() {
            room.opening.supplied("pro,2027-01-04," + UNITS);
            List<String> entered = List.of(somebody(), somebody(), somebody(), somebody(), somebody());
            entered.forEach(room::ticket);
            room.opened().called(UNITS);
            fans = entered.stream()
                    .sorted((one, other) -> Long.compare(room.place(one), room.place(other)))
                    .toList();
            orders = List.of(order(1), order(2));
            server.look(room.opening.slug);
        }

        private static String somebody() {
            return "fan-" + UUID.randomUUID();
        }

        String fan(int place) {
            return fans.get(place - 1);
        }

        String order(int place) {
            return String.valueOf(
                    room.order(fan(place), "k", room.pass(fan(place))).is(201).at("/id"));
        }

        String standing(int place) {
            return String.valueOf(room.found(fan(place)).is(200).at("/standing"));
        }

        /// @return null: not on it, or not called
        @Nullable
        String calledAt(int place) {
            Reply found = room.found(fan(place)).is(200);
            return found.node("/waitingList").isNull() ? null : found.at("/waitingList/calledAt");
        }

        void cancels(int place) {
            server.post("/api/v1/orders/" + orders.get(place - 1) + "/cancel")
                    .by(fan(place))
                    .send()
                    .is(200);
        }

        Reply comesIn(int place) {
            return room.comeIn(fan(place), room.ticket(fan(place)));
        }

        /// After whoever could be called was: the next step of the admission is waited for.
        long serving() {
            room.awaitStep();
            return room.now().number("/serving");
        }

        void hasAddress(int place) {
            server.database()
                    .sql("insert into member.address (member, address, language, confirmed, since)"
                            + " values (:member, :address, 'en', true, now())")
                    .param("member", fan(place))
                    .param("address", fan(place) + "@example.com")
                    .update();
        }

        long letters(int place) {
            return server.database()
                    .sql("select count(*) from member.mail where member = :member and kind = 'waiting_list_called'")
                    .param("member", fan(place))
                    .query(Long.class)
                    .single();
        }
    }

    @Test
    void whoever_has_no_unit_left_for_their_place_is_told_so_and_may_join() {
        Line line = new Line();
        assertEquals("gone", line.room.now().at("/state"));
        assertEquals("called", line.standing(1));
        assertEquals("beyond", line.standing(3));
        line.room.join(line.fan(1)).refused(409, "waiting_list_not_open");
        Reply joined = line.room.join(line.fan(3)).is(200);
        assertEquals(null, joined.at("/waitingList/calledAt"));
        assertEquals(
                joined.at("/waitingList/joinedAt"),
                line.room.join(line.fan(3)).is(200).at("/waitingList/joinedAt"),
                "joining again changes nothing");
        assertEquals(null, line.room.leave(line.fan(3)).is(200).at("/waitingList"));
        line.room.join("fan-" + UUID.randomUUID()).refused(404, "not_in_lobby");
    }

    @Test
    void whoever_takes_everybody_has_no_list() {
        LobbyRoom room = new LobbyRoom(server, "beyondSupply", "waitlist");
        room.opening.define().is(200);
        room.ticket("ann");
        room.opened().called(1);
        assertEquals("called", room.found("ann").at("/standing"));
        room.join("ann").refused(409, "waiting_list_not_open");
        assertNotEquals("beyond", room.enter("late").is(200).at("/standing"));
    }

    @Test
    void a_unit_that_comes_free_calls_the_next_by_place_tells_them_once_and_is_kept_for_hours() {
        Line line = new Line();
        line.hasAddress(3);
        line.room.join(line.fan(4)).is(200);
        line.room.join(line.fan(3)).is(200);
        line.cancels(2);
        line.room.called(3);
        assertNotEquals(null, line.calledAt(3));
        assertEquals(null, line.calledAt(4), "who joined first stands no further in front");
        assertEquals(1, line.letters(3));
        line.room.pastCalls();
        assertEquals(3, line.serving(), "kept for longer than a pass");
        line.comesIn(4).refused(409, "not_your_turn");
        assertEquals(1, line.room.now().number("/kept"));
        line.order(3);
        assertEquals(3, line.serving());
        assertEquals(0, line.room.now().number("/kept"));
        assertEquals(1, line.letters(3));
    }

    @Test
    void without_the_list_it_is_kept_for_the_time_of_a_pass() {
        Line line = new Line();
        line.cancels(2);
        line.room.called(3).pastCalls().called(4);
        line.comesIn(3).refused(409, "turn_missed");
        line.comesIn(4).is(200);
    }

    @Test
    void whoever_lets_a_turn_pass_may_join_behind_everybody() {
        Line line = new Line();
        line.room.join(line.fan(3)).is(200);
        line.cancels(2);
        line.room.called(3).pastCalls().pastList().called(4);
        assertEquals("missed", line.standing(3));
        line.room.join(line.fan(3)).is(200);
        line.room.pastCalls().called(5);
        assertEquals(null, line.calledAt(3), "somebody in line was not called");
        line.room.pastCalls().called(5);
        awaitCall(line, 3);
        line.order(3);
        server.look(line.room.opening.slug);
        line.comesIn(4).refused(409, "turn_missed");
    }

    private void awaitCall(Line line, int place) {
        for (int tries = 0; tries < 50 && line.calledAt(place) == null; tries++) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            server.look(line.room.opening.slug);
        }
        assertNotEquals(null, line.calledAt(place));
    }

    @Test
    void whoever_leaves_the_list_when_called_leaves_the_unit_to_the_next() {
        Line line = new Line();
        line.room.join(line.fan(3)).is(200);
        line.room.join(line.fan(4)).is(200);
        line.cancels(2);
        line.room.called(3);
        line.room.leave(line.fan(3)).is(200);
        line.room.called(4);
        assertNotEquals(null, line.calledAt(4));
    }

    @Test
    void how_long_it_is_kept_is_the_launchs_to_say() {
        LobbyRoom room = new LobbyRoom(server);
        assertEquals("PT12H", room.opening.look().at("/waitingRoom/listFor"));
        Map<Object, Object> waitingRoom = new LinkedHashMap<>();
        waitingRoom.putAll((Map<?, ?>) Objects.requireNonNull(room.opening.definition.get("waitingRoom")));
        waitingRoom.put("listFor", "P8D");
        room.opening.set("waitingRoom", waitingRoom);
        Reply refused = room.opening.define().refused(422, "invalid_launch");
        assertEquals(List.of("waitingRoom.listFor"), refused.each("/errors", "path"));
        waitingRoom.put("listFor", "PT2H");
        room.opening.define().is(200);
        assertEquals("PT2H", room.opening.look().at("/waitingRoom/listFor"));
    }
}
