package dev.holdfast.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.launch.Fans;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A stopped unit is missing from the supply until it is let go: whoever is behind is promised again, and nobody
/// whose unit is there.
///
/// Three in the first week have their units, of one lot each; two more are in line for the second. The second
/// unit is stopped.
@ExtendWith(RunningServer.Shared.class)
class StoppedSupplyContractTest {
    private static final Map<String, Object> WORDS = Map.of("words", Map.of("en", "It may swell.", "zh", "可能鼓包。"));
    private static final String FIRST = "2027-01-04";
    private static final String SECOND = "2027-01-11";

    private final RunningServer server;
    private final Opening opening;
    private List<String> orders = List.of();

    StoppedSupplyContractTest(RunningServer server) {
        this.server = server;
        server.forgive();
        this.opening = Opening.on(server).supplied("pro," + FIRST + ",3", "pro," + SECOND + ",3");
    }

    @BeforeEach
    void three_of_five_have_their_units() {
        orders = List.of(
                opening.locked("ann", "pro"),
                opening.locked("bea", "pro"),
                opening.locked("cid", "pro"),
                opening.locked("dan", "pro"),
                opening.placed("eve", "pro"));
        units(IntStream.range(0, 3)
                .mapToObj(at -> unit(at) + ",pro,built," + at(900 - at) + ",," + lot(at))
                .toList());
        allocate(opening);
        assertThat(states()).containsExactly("BUILT", "BUILT", "BUILT", "LOCKED", "PLACED");
    }

    @Test
    void supply_falls_whoever_lost_their_unit_is_promised_again_and_it_comes_back() {
        assertThat(remaining()).isEqualTo(1);
        String stop = stop();
        allocate(opening);
        assertThat(states()).containsExactly("BUILT", "LOCKED", "BUILT", "LOCKED", "PLACED");
        assertThat(weeks()).containsExactly(FIRST, SECOND, FIRST, SECOND, SECOND);
        assertThat(remaining()).isZero();
        opening.order("fay", "pro").refused(409, "sold_out");
        assertThat(opening.order(orders.get(1)).each("/promises", "reason"))
                .containsExactly("ordered", "supply_changed");
        assertThat(opening.order(orders.get(2)).node("/promises")).hasSize(1);
        assertThat(versions()).isEqualTo(2);
        release(stop);
        allocate(opening);
        assertThat(states()).containsExactly("BUILT", "BUILT", "BUILT", "LOCKED", "PLACED");
        assertThat(remaining()).isEqualTo(1);
        opening.order("fay", "pro").is(201);
        assertThat(versions()).isEqualTo(3);
    }

    @Test
    void a_supply_that_is_uploaded_meanwhile_is_less_by_what_is_stopped() {
        String stop = stop();
        allocate(opening);
        Reply told =
                opening.supply("pro," + FIRST + ",3", "pro," + SECOND + ",4").is(200);
        assertThat(told.number("/units")).isEqualTo(7);
        assertThat(remaining()).isEqualTo(1);
        allocate(opening);
        assertThat(remaining()).isEqualTo(1);
        release(stop);
        allocate(opening);
        assertThat(remaining()).isEqualTo(2);
    }

    @Test
    void a_supply_that_is_late_moves_nobody_whose_unit_is_there() {
        Reply told = opening.supply("pro," + SECOND + ",6").is(200);
        assertThat(told.number("/moved/later")).isZero();
        assertThat(weeks()).containsExactly(FIRST, FIRST, FIRST, SECOND, SECOND);
        stop();
        allocate(opening);
        assertThat(weeks()).containsExactly(FIRST, SECOND, FIRST, SECOND, SECOND);
    }

    /// Whatever an instance had done when it died is done again, and changes nothing.
    @Test
    void it_falls_once_however_many_instances_tell_it_and_however_often() throws Exception {
        try (RunningServer other = server.another()) {
            stop();
            List<Callable<Boolean>> acts = IntStream.range(0, 6)
                    .<Callable<Boolean>>mapToObj(at -> () -> {
                        allocate(at % 2 == 0 ? opening : opening.through(other));
                        return true;
                    })
                    .toList();
            Fans.atOnce(acts);
            allocate(opening);
            assertThat(versions()).isEqualTo(2);
            server.database()
                    .sql("update delivery.stopped set told = 0 where launch in "
                            + "(select number from launch.launch where slug = ?)")
                    .param(opening.slug)
                    .update();
            allocate(opening);
            allocate(opening.through(other));
            assertThat(versions()).isEqualTo(2);
            assertThat(remaining()).isZero();
            assertThat(opening.order(orders.get(1)).node("/promises")).hasSize(2);
        }
    }

    @Test
    void where_a_plan_is_in_force_the_next_plan_counts_on_less_and_nobody_moves_before() {
        publish();
        stop();
        allocate(opening);
        assertThat(weeks()).containsExactly(FIRST, FIRST, FIRST, SECOND, SECOND);
        assertThat(remaining()).isEqualTo(1);
        publish();
        assertThat(remaining()).isZero();
        opening.order("fay", "pro").refused(409, "sold_out");
    }

    private String stop() {
        Map<String, Object> wish = new HashMap<>(WORDS);
        wish.put("lot", lot(1));
        Reply stop = server.post(opening.operatorPath("/stops"))
                .byOperator()
                .json(wish)
                .send()
                .is(201);
        return String.valueOf(stop.at("/number"));
    }

    private void release(String stop) {
        server.post("/api/v1/operator/stops/" + stop + "/release")
                .byOperator()
                .json(WORDS)
                .send()
                .is(200);
    }

    private void publish() {
        long run = server.post(opening.operatorPath("/plans?wait=60"))
                .by("paula", "planner")
                .json(Map.of())
                .send()
                .is(201)
                .number("/run");
        server.post(opening.operatorPath("/plans/" + run + "/publish"))
                .by("paula", "planner")
                .send()
                .is(200);
    }

    private static void allocate(Opening opening) {
        opening.operator("allocation").is(200);
    }

    private void units(List<String> rows) {
        server.post(opening.operatorPath("/units"))
                .byOperator()
                .body("text/csv", "serial,configuration,state,at,region,lots\n" + String.join("\n", rows) + "\n")
                .send()
                .is(200);
    }

    private List<String> states() {
        return orders.stream().map(opening::state).map(String::valueOf).toList();
    }

    private List<String> weeks() {
        return orders.stream()
                .map(order -> String.valueOf(opening.order(order).at("/promise/from")))
                .toList();
    }

    private long remaining() {
        return opening.look().number("/offers/0/remaining");
    }

    /// How many supplies the launch ever had.
    private long versions() {
        return server
                .get(opening.operatorPath("/supply-events"))
                .byOperator()
                .send()
                .is(200)
                .each("/events", "type")
                .stream()
                .filter("curve"::equals)
                .count();
    }

    private String unit(int at) {
        return opening.slug + "-U" + at;
    }

    private String lot(int at) {
        return opening.slug + "-lot-" + at;
    }

    private String at(int secondsAgo) {
        return server.clock().instant().minusSeconds(secondsAgo).toString();
    }
}
