package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Planners who want what another is just having computed.
@ExtendWith(RunningServer.Shared.class)
class BusyPlannerTest {
    private final RunningServer server;

    BusyPlannerTest(RunningServer server) {
        this.server = server;
    }

    @Test
    void who_would_wait_too_long_is_told_so_and_is_served_once_the_other_is_done() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,2");
        String order = opening.held("ann", "pro");
        long run = server.post(opening.operatorPath("/plans?wait=60"))
                .byOperator()
                .json(Map.of("frontier", false))
                .send()
                .is(201)
                .number("/run");
        Map<String, Object> nothing = Map.of("scenarios", List.of(Map.of("name", "none")));
        List<Call> calls = List.of(
                server.get(opening.operatorPath("/odds")).byOperator(),
                server.get(opening.operatorPath("/room")).byOperator(),
                server.get(opening.operatorPath("/plans/" + run + "/orders/" + order))
                        .byOperator(),
                server.post(opening.operatorPath("/what-if")).byOperator().json(nothing));
        server.whileAPlannerSits(() -> atOnce(calls).forEach(reply -> reply.refused(503, "planner_busy")));
        atOnce(calls).forEach(reply -> reply.is(200));
        assertEquals("HELD", opening.state(order));
    }

    private static List<Reply> atOnce(List<Call> calls) {
        List<Reply> replies = new ArrayList<>();
        try (ExecutorService planners = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> asked =
                    calls.stream().map(call -> planners.submit(call::send)).toList();
            for (Future<Reply> reply : asked) {
                replies.add(reply.get());
            }
            return replies;
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError("A planner got no answer", failed);
        }
    }
}
