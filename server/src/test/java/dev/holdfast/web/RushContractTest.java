package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Everybody at once.
@ExtendWith(RunningServer.Shared.class)
class RushContractTest {
    private final RunningServer server;

    RushContractTest(RunningServer server) {
        this.server = server;
    }

    private static List<Reply> atOnce(List<Callable<Reply>> calls) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Reply> replies = new ArrayList<>();
            for (Future<Reply> reply : threads.invokeAll(calls)) {
                replies.add(reply.get());
            }
            return replies;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", stopping);
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        }
    }

    private static List<Callable<Reply>> each(int count, java.util.function.IntFunction<Reply> call) {
        return IntStream.range(0, count)
                .mapToObj(number -> (Callable<Reply>) () -> call.apply(number))
                .toList();
    }

    @Test
    void the_same_key_from_64_threads_is_one_order() {
        Opening opening = Opening.with(server, "limitPerMember", 64).supplied("pro,2027-01-04,99");
        List<Reply> replies = atOnce(each(
                64, number -> opening.wish("ann", "k", Map.of("offer", "pro")).send()));
        assertEquals(1, replies.stream().filter(reply -> reply.status() == 201).count());
        assertEquals(63, replies.stream().filter(reply -> reply.status() == 200).count());
        assertEquals(1, replies.stream().map(Reply::json).distinct().count());
        assertEquals(1, opening.line().number("/positions"));
    }

    @Test
    void sixty_fans_for_ten_units_get_ten_orders_time_and_again() {
        for (int round = 0; round < 20; round++) {
            Opening opening = Opening.on(server).supplied("pro,2027-01-04,10");
            List<Reply> replies = atOnce(each(60, number -> opening.order("fan-" + number, "pro")));
            List<Reply> held =
                    replies.stream().filter(reply -> reply.status() == 201).toList();
            assertEquals(10, held.size());
            replies.stream().filter(reply -> !held.contains(reply)).forEach(reply -> reply.refused(409, "sold_out"));
            for (String place : List.of("/position", "/rank")) {
                assertEquals(
                        LongStream.rangeClosed(1, 10).boxed().toList(),
                        held.stream().map(reply -> reply.number(place)).sorted().toList());
            }
        }
    }

    @Test
    void one_member_in_many_windows_gets_no_more_than_the_limit() {
        Opening opening = Opening.with(server, "limitPerMember", 3).supplied("pro,2027-01-04,99");
        List<Reply> replies = atOnce(each(40, number -> opening.order("greedy", "pro")));
        assertEquals(3, replies.stream().filter(reply -> reply.status() == 201).count());
        assertEquals(37, replies.stream().filter(reply -> reply.status() == 409).count());
    }

    @Test
    void a_webhook_from_many_sides_at_once_counts_once() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,1");
        String id = opening.held("ann", "pro");
        Map<String, Object> body = Opening.paid(id, "pay-" + id, Opening.PRO_DEPOSIT);
        List<Reply> replies = atOnce(each(32, number -> server.event("msg-" + number % 4 + id, body)));
        replies.forEach(reply -> reply.is(204));
        assertEquals(Ledger.of("HELD", Opening.PRO_DEPOSIT), Ledger.ofOrder(server, id));
    }

    @Test
    void two_payments_at_once_place_the_order_and_give_one_back() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,1");
        String id = opening.held("ann", "pro");
        atOnce(each(2, number -> opening.pay(id, "pay-" + number + id, Opening.PRO_DEPOSIT)))
                .forEach(reply -> reply.is(204));
        assertEquals(
                Ledger.of("HELD", Opening.PRO_DEPOSIT, "GIVEN_BACK", Opening.PRO_DEPOSIT), Ledger.ofOrder(server, id));
    }

    @Test
    void cancelling_and_paying_at_once_keeps_no_money_silently() {
        for (int round = 0; round < 10; round++) {
            Opening opening = Opening.on(server).supplied("pro,2027-01-04,1");
            String id = opening.held("ann", "pro");
            atOnce(List.of(
                    () -> opening.act("ann", id, "cancel").is(200),
                    () -> opening.pay(id, Opening.PRO_DEPOSIT).is(204)));
            assertEquals("CANCELLED", opening.state(id));
            assertEquals(Ledger.of("GIVEN_BACK", Opening.PRO_DEPOSIT), Ledger.ofOrder(server, id));
        }
    }

    @Test
    void a_unit_given_back_while_fans_wait_goes_to_exactly_one_of_them() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,1");
        String id = opening.held("ann", "pro");
        List<Callable<Reply>> calls = new ArrayList<>(each(20, number -> {
            Reply reply = opening.order("fan-" + number, "pro");
            for (int i = 0; i < 20 && reply.status() == 409; i++) {
                reply = opening.order("fan-" + number, "pro");
            }
            return reply;
        }));
        calls.add(() -> opening.act("ann", id, "cancel"));
        List<Reply> replies = atOnce(calls);
        assertEquals(1, replies.stream().filter(reply -> reply.status() == 201).count());
    }

    @Test
    void operators_changing_a_launch_in_a_rush_break_nothing() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,40");
        List<Callable<Reply>> calls = new ArrayList<>(each(60, number -> opening.order("fan-" + number, "pro")));
        calls.add(
                20,
                () -> opening.supply("pro,2027-01-04,20", "pro,2027-02-01,20").is(200));
        calls.add(40, () -> opening.define().is(200));
        atOnce(calls);
        Reply page = opening.page("?limit=1000");
        Set<String> weeks = page.json()
                .get("orders")
                .valueStream()
                .map(order -> order.at("/promise/from").asString())
                .collect(Collectors.toSet());
        assertEquals(40, page.node("/orders").size());
        assertTrue(Set.of("2027-01-04", "2027-02-01").equals(weeks), weeks.toString());
        assertEquals(0, opening.look().number("/offers/0/remaining"));
    }
}
