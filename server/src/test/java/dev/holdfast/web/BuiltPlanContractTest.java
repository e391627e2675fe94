package dev.holdfast.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What was built is not built again: its parts are in no stock any more, and whoever has it takes none of what is
/// left.
///
/// A `pro` is made of one battery. Three were counted the day before anything was built, two more come in [#LATER]:
/// three of five orders have their units, the others wait for those two.
@ExtendWith(RunningServer.Shared.class)
class BuiltPlanContractTest {
    private static final Map<String, Object> WORDS = Map.of("words", Map.of("en", "It may swell.", "zh", "可能鼓包。"));
    private static final String NOW = "2026-11-16";
    private static final String LATER = "2027-01-04";
    private static final String LAST = "2027-02-01";
    private static final String BATTERIES = "commitment,component,supplier,quantity,week,status\n";

    private final RunningServer server;
    private final Opening opening;
    private List<String> orders = List.of();

    BuiltPlanContractTest(RunningServer server) {
        this.server = server;
        server.forgive();
        this.opening = Opening.with(server, "beyondSupply", "waitlist");
    }

    @BeforeEach
    void three_of_five_have_their_units() {
        master("configurations", "configuration,deliveryWeeks\npro,0\nmax,0\n");
        master("bom", "parent,child,quantity,leadTimeWeeks\npro,battery,1,0\nmax,battery,1,0\n");
        counted(3, "2026-11-19");
        comes("PO-1", 2, LATER);
        publish();
        orders = IntStream.range(0, 5)
                .mapToObj(at -> opening.locked("fan" + at, "pro"))
                .toList();
        assertThat(weeks()).containsExactly(NOW, NOW, NOW, LATER, LATER);
        built(0, 1, 2);
        assertThat(states()).containsExactly("BUILT", "BUILT", "BUILT", "LOCKED", "LOCKED");
    }

    @Test
    void a_count_before_they_were_built_and_one_after_give_the_same_windows() {
        assertThat(publish().number("/published/touched")).isZero();
        assertThat(weeks()).containsExactly(NOW, NOW, NOW, LATER, LATER);
        assertThat(quoted("pro")).isEqualTo("none");
        counted(0, "2026-11-20");
        assertThat(preview().number("/report/moves/total")).isZero();
        publish();
        assertThat(weeks()).containsExactly(NOW, NOW, NOW, LATER, LATER);
        assertThat(quoted("pro")).isEqualTo("none");
    }

    @Test
    void newcomers_get_what_is_left_at_every_instance() throws Exception {
        counted(1, "2026-11-20");
        comes("PO-2", 1, LAST);
        publish();
        assertThat(weeks()).as("who is locked stays").containsExactly(NOW, NOW, NOW, LATER, LATER);
        assertThat(remaining()).isEqualTo(2);
        assertThat(from(opening.placed("dora", "pro"))).isEqualTo(LATER);
        try (RunningServer other = server.another()) {
            Opening there = opening.through(other);
            assertThat(from(there.placed("elsa", "max"))).isEqualTo(LAST);
            assertThat(from(there.placed("fred", "pro"))).isEqualTo("none");
            long run = preview().number("/run");
            assertThat(other.post(opening.operatorPath("/plans/" + run + "/publish"))
                            .by("paula", "planner")
                            .send()
                            .is(200)
                            .number("/published/later"))
                    .as("computed again from what was kept of it")
                    .isZero();
            assertThat(quoted("pro")).isEqualTo("none");
        }
        assertThat(weeks()).containsExactly(NOW, NOW, NOW, LATER, LATER);
    }

    @Test
    void each_is_taken_off_by_the_bill_of_the_week_it_was_built_in() {
        master(
                "bom",
                "parent,child,quantity,leadTimeWeeks,effectiveFrom,effectiveTo\n"
                        + "pro,battery,1,0,,2026-11-16\npro,cell,1,0,2026-11-23,\nmax,battery,1,0,,\n");
        server.post(opening.operatorPath("/supply-events"))
                .by("paula", "planner")
                .body("text/csv", BATTERIES + "PO-3,cell,,3," + LATER + ",committed\n")
                .send()
                .is(200);
        publish();
        assertThat(weeks()).containsExactly(NOW, NOW, NOW, LATER, LATER);
        assertThat(quoted("pro")).as("the third cell").isEqualTo(LATER);
        assertThat(quoted("max")).as("a battery of those still to come").isEqualTo(LATER);
        assertThat(remaining()).isEqualTo(1);
    }

    @Test
    void a_unit_that_is_lost_needs_its_parts_again_and_nobody_counts_on_it_until_it_is_repaired() {
        units(unit(1) + ",pro,damaged," + at(100) + ",,");
        allocate();
        assertThat(states()).containsExactly("BUILT", "LOCKED", "BUILT", "LOCKED", "LOCKED");
        publish();
        assertThat(weeks()).containsExactly(NOW, LATER, NOW, LATER, "none");
        built(5);
        assertThat(states()).containsExactly("BUILT", "BUILT", "BUILT", "LOCKED", "LOCKED");
        assertThat(room().number("/figures/orders"))
                .as("of three units that are told one is lost")
                .isEqualTo(3);
        units(unit(1) + ",pro,inspected," + at(50) + ",,");
        allocate();
        comes("PO-1", 1, LATER);
        publish();
        assertThat(states()).containsExactly("BUILT", "BUILT", "BUILT", "BUILT", "LOCKED");
        assertThat(weeks().subList(3, 5))
                .as("four of four batteries are built in")
                .containsExactly(LATER, "none");
    }

    @Test
    void a_run_of_before_a_unit_was_lost_is_stale() {
        long looked = preview().number("/run");
        units(unit(1) + ",pro,damaged," + at(100) + ",,");
        allocate();
        preview();
        assertThat(server.post(opening.operatorPath("/plans/" + looked + "/publish"))
                        .by("paula", "planner")
                        .send()
                        .refused(409, "plan_stale")
                        .at("/changed"))
                .isEqualTo("supply");
    }

    /// Nobody counted the cells, and nobody said that any came.
    @Test
    void what_nobody_said_is_in_hand_is_taken_of_what_is_to_come() {
        master("bom", "parent,child,quantity,leadTimeWeeks\npro,cell,1,0\nmax,battery,1,0\n");
        server.post(opening.operatorPath("/supply-events"))
                .by("paula", "planner")
                .body(
                        "text/csv",
                        BATTERIES + "PO-3,cell,,4," + NOW + ",committed\nPO-4,cell,,1," + LATER + ",committed\n")
                .send()
                .is(200);
        publish();
        assertThat(weeks()).containsExactly(NOW, NOW, NOW, LATER, LATER);
        assertThat(quoted("pro")).isEqualTo("none");
        Reply odds = server.get(opening.operatorPath("/odds"))
                .by("paula", "planner")
                .send()
                .is(200);
        assertThat(odds.each("/windows", "week")).containsExactly(LATER);
        assertThat(odds.each("/windows", "orders")).containsExactly("2");
    }

    @Test
    void supply_falls_when_a_lot_is_stopped_and_comes_back() {
        Map<String, Object> wish = new HashMap<>(WORDS);
        wish.put("lot", lot(1));
        Reply stop = server.post(opening.operatorPath("/stops"))
                .byOperator()
                .json(wish)
                .send()
                .is(201);
        allocate();
        assertThat(states()).containsExactly("BUILT", "LOCKED", "BUILT", "LOCKED", "LOCKED");
        publish();
        assertThat(weeks()).containsExactly(NOW, LATER, NOW, LATER, "none");
        server.post("/api/v1/operator/stops/" + stop.at("/number") + "/release")
                .byOperator()
                .json(WORDS)
                .send()
                .is(200);
        allocate();
        publish();
        assertThat(states()).containsExactly("BUILT", "BUILT", "BUILT", "LOCKED", "LOCKED");
        assertThat(weeks().subList(3, 5)).containsExactly(LATER, LATER);
    }

    /// What was built is told when a plan is computed; until then the room counts neither unit nor parts as gone.
    @Test
    void the_room_knows_what_the_latest_plan_knew() {
        assertThat(room().number("/figures/orders")).isEqualTo(5);
        assertThat(room().number("/figures/beyondHorizon")).isZero();
        publish();
        assertThat(room().number("/figures/orders")).isEqualTo(2);
        assertThat(room().number("/figures/beyondHorizon")).isZero();
        assertThat(room().number("/configurations/0/orders"))
                .as("all that are in line")
                .isEqualTo(5);
        opening.placed("dora", "max");
        assertThat(room().node("/mix/shares/0/planned").asDouble()).isEqualTo(1);
        assertThat(room().node("/mix/shares/0/actual").asDouble())
                .as("five of six")
                .isEqualTo(5 / 6d);
    }

    @Test
    void the_room_of_this_week_is_taken_once() {
        master("resources", "resource,kind\nhall,line\n");
        master("capacity", "resource,week,capacity\nhall," + NOW + ",4\nhall," + LATER + ",4\n");
        master("routing", "configuration,resource\npro,hall\nmax,hall\n");
        counted(9, "2026-11-20");
        publish();
        assertThat(from(opening.placed("dora", "max"))).as("the fourth place").isEqualTo(NOW);
        assertThat(from(opening.placed("elsa", "max"))).isEqualTo(LATER);
    }

    @Test
    void what_was_built_is_a_supply_event_and_the_run_says_how_many_it_plans() {
        Reply run = preview();
        assertThat(run.number("/inputs/orders")).isEqualTo(5);
        assertThat(run.number("/report/figures/orders")).isEqualTo(2);
        assertThat(preview().number("/inputs/supplyEvent"))
                .as("nothing more was built")
                .isEqualTo(run.number("/inputs/supplyEvent"));
        Reply events = server.get(opening.operatorPath("/supply-events"))
                .byOperator()
                .send()
                .is(200);
        assertThat(events.each("/events", "type")).filteredOn("built"::equals).hasSize(1);
        int last = events.node("/events").size() - 1;
        assertThat(events.number("/events/" + last + "/quantity")).isEqualTo(3);
        server.get(opening.operatorPath("/plans/" + run.number("/run") + "/orders/" + orders.get(0)))
                .byOperator()
                .send()
                .refused(404, "unknown_order");
        Reply why = server.get(opening.operatorPath("/plans/" + run.number("/run") + "/orders/" + orders.get(3)))
                .byOperator()
                .send()
                .is(200);
        assertThat(why.number("/rank")).as("three are ahead").isEqualTo(4);
        assertThat(why.each("/curve", "builds")).containsExactly("3", "5");
    }

    private void master(String file, String csv) {
        server.put(opening.operatorPath("/master/" + file))
                .by("paula", "planner")
                .body("text/csv", csv)
                .send()
                .is(200);
    }

    private void counted(int onHand, String day) {
        master("stock", "component,onHand,quarantined,asOf\nbattery," + onHand + ",0," + day + "\n");
    }

    private void comes(String commitment, int quantity, String week) {
        server.post(opening.operatorPath("/supply-events"))
                .by("paula", "planner")
                .body("text/csv", BATTERIES + commitment + ",battery,," + quantity + "," + week + ",committed\n")
                .send()
                .is(200);
    }

    private Reply room() {
        return server.get(opening.operatorPath("/room"))
                .by("paula", "planner")
                .send()
                .is(200);
    }

    private Reply preview() {
        return server.post(opening.operatorPath("/plans?wait=60"))
                .by("paula", "planner")
                .json(Map.of())
                .send()
                .is(201);
    }

    private Reply publish() {
        return server.post(opening.operatorPath("/plans/" + preview().number("/run") + "/publish"))
                .by("paula", "planner")
                .send()
                .is(200);
    }

    private void built(int... numbers) {
        units(IntStream.of(numbers)
                .mapToObj(at -> unit(at) + ",pro,built," + at(900 - at) + ",," + lot(at))
                .toArray(String[]::new));
        allocate();
    }

    private void units(String... rows) {
        server.post(opening.operatorPath("/units"))
                .byOperator()
                .body("text/csv", "serial,configuration,state,at,region,lots\n" + String.join("\n", rows) + "\n")
                .send()
                .is(200);
    }

    private void allocate() {
        opening.operator("allocation").is(200);
    }

    private List<String> states() {
        return orders.stream().map(opening::state).map(String::valueOf).toList();
    }

    private List<String> weeks() {
        return orders.stream().map(this::from).toList();
    }

    private String from(String order) {
        return String.valueOf(opening.order(order).node("/promise/from").asString("none"));
    }

    private String quoted(String offer) {
        return opening.look()
                .node("/offers/" + (offer.equals("pro") ? 0 : 1) + "/promise/from")
                .asString("none");
    }

    private long remaining() {
        return opening.look().number("/offers/0/remaining");
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
