package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.launch.Unguarded;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Many at once at the doors of two servers, with the lock of the line and then without it. Whether they meet is up to
/// the machine: without the lock it is tried until they do, thirty times at most.
class DoorRaceTest {
    private static final int AT_ONCE = 16;
    private static final int MOST_ROUNDS = 30;

    private final RunningServer here = new RunningServer();
    private final RunningServer there = here.another();

    @AfterEach
    void close() {
        there.close();
        here.close();
    }

    @Test
    void a_pass_shown_by_many_at_once_is_one_order_and_without_the_lock_it_is_several() {
        for (int round = 0; round < 3; round++) {
            assertEquals(1, ordersOfOnePass());
        }
        unguard();
        long most = 1;
        for (int round = 0; round < MOST_ROUNDS && most == 1; round++) {
            most = Math.max(most, ordersOfOnePass());
        }
        assertTrue(most > 1, "the race proves nothing: without the lock nothing goes wrong either");
    }

    private long ordersOfOnePass() {
        String fan = "fan-" + UUID.randomUUID();
        here.clock().set(RunningServer.START);
        LobbyRoom room = new LobbyRoom(here);
        room.opening.supplied("pro,2027-01-04,99");
        room.ticket(fan);
        String pass = room.opened().called(1).pass(fan);
        return atOnce(number -> room.opening
                        .through(number % 2 == 0 ? here : there)
                        .wish(fan, "key-" + number, Map.of("offer", "pro"))
                        .header("Holdfast-Pass", pass)
                        .send()
                        .status()
                == 201);
    }

    @Test
    void without_the_lock_what_is_owed_is_paid_twice() {
        unguard();
        here.database()
                .sql("alter table launch.settlement drop constraint settlement_pkey")
                .update();
        var contracts = List.of(new SettlementContractTest(here), new SettlementContractTest(there));
        long most = 1;
        for (int round = 0; round < MOST_ROUNDS && most == 1; round++) {
            JsonNode owed = contracts
                    .getFirst()
                    .owed(contracts.getFirst().slipped(false))
                    .get(0);
            most = Math.max(
                    most,
                    atOnce(number -> contracts
                                    .get(number % 2)
                                    .settle(owed, "paid", SettlementContractTest.OWED, "transfer " + number)
                                    .status()
                            == 200));
        }
        assertTrue(most > 1, "the race proves nothing: without the lock nothing goes wrong either");
    }

    private void unguard() {
        Unguarded.takeChecksAway(here.database());
        Unguarded.takeLockAway(here.database());
    }

    private static long atOnce(IntFunction<Boolean> act) {
        return IntStream.range(0, AT_ONCE)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> act.apply(number)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .filter(done -> done)
                .count();
    }
}
