package dev.holdfast.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The network over the interface: files with their faults, least rights, and an order that a fan confirms.
@ExtendWith(RunningServer.Shared.class)
class NetworkContractTest {
    private static final String CENTRE_COLUMNS =
            "region,nameEn,nameZh,city,stock,inspectionBays,handOverBays,timeZone,weekdays,opens,closes,closedOn\n";

    private final RunningServer server;
    private final Opening opening;

    NetworkContractTest(RunningServer server) {
        this.server = server;
        this.opening = Opening.on(server).supplied("pro,2027-01-04,2");
    }

    @BeforeEach
    void network() {
        put("centres", NetworkTour.CENTRES).is(200);
        put("stores", NetworkTour.STORES).is(200);
    }

    @Test
    void everyBadRowIsNamedAndNothingIsChanged() {
        Reply stores = put("stores", """
                        store,region,kind,nameEn,nameZh,city,capabilities
                        Bad Id,north,own,A,甲,A,
                        moon-1,moon,own,A,甲,A,
                        odd-1,north,kiosk,A,甲,A,
                        corner-9,north,showroom,A,甲,A,hand_over
                        corner-9,north,own,,甲,A,dance
                        """).refused(422, "invalid_network");
        assertThat(stores.each("/errors", "line")).containsExactly("2", "3", "4", "5", "6", "6");
        assertThat(stores.each("/errors", "column"))
                .containsExactly("store", "region", "kind", "capabilities", "capabilities", "nameEn");
        Reply centres = put("centres", CENTRE_COLUMNS + """
                        east,E,东,E,1,1,1,Asia/Shanghai,1123,18:00,09:00,soon
                        west,W,西,W,-1,1,1,Moon/Base,12,9,18:00,
                        west,W,西,W,1,1,1,UTC,12,09:00,18:00,
                        west,W,西,W,1,1,1,UTC,12,09:00,18:00,
                        """).refused(422, "invalid_network");
        assertThat(centres.each("/errors", "line")).containsExactly("2", "2", "2", "3", "3", "3", "5");
        assertThat(server.get("/api/v1/network").send().each("/centres", "region"))
                .doesNotContain("east", "west");
    }

    @Test
    void aStoreThatIsInTheFileNoMoreIsClosedAndOpensWithTheNextFile() {
        Reply put = put("stores", "store,region,kind,nameEn,nameZh,city\nlarch-1,north,own,A,甲,A\n")
                .is(200);
        assertThat(put.at("/closed")).isEqualTo("2");
        assertThat(server.get("/api/v1/network").send().each("/stores", "id")).containsExactly("larch-1");
        put("stores", NetworkTour.STORES).is(200);
        assertThat(server.get("/api/v1/network").send().each("/stores", "id"))
                .containsExactly("corner-1", "larch-1", "tide-1");
    }

    @Test
    void anOrderFromAStoreIsTheFansOwnInTheSameLineUnderTheSameRules() {
        staff("seller", "larch-1", true);
        opening.held("before", "pro");
        String code = code("seller", "larch-1");
        Reply order = confirm("guest", code).is(201);
        assertThat(order.at("/position")).isEqualTo("2");
        assertThat(order.at("/state")).isEqualTo("HELD");
        assertThat(confirm("guest", code).is(200).at("/id")).isEqualTo(order.at("/id"));
        confirm("thief", code).refused(404, "unknown_proposal");
        Reply own = server.get("/api/v1/orders/" + order.at("/id")).by("guest").send();
        assertThat(own.at("/store")).isEqualTo("larch-1");
        Reply acts = server.get("/api/v1/orders/" + order.at("/id") + "/acts")
                .by("guest")
                .send();
        assertThat(acts.each("/acts", "actor")).containsExactly("seller");
        assertThat(acts.each("/acts", "act")).containsExactly("take_order");
        // Two units, two orders: a store gets nobody in past the supply.
        confirm("beyond", code("seller", "larch-1")).refused(409, "sold_out");
        // One order for each member, wherever it was placed.
        confirm("guest", code("seller", "larch-1")).refused(409, "member_limit_reached");
    }

    @Test
    void whoWorksNowhereSeesNothingWhateverTheirTokenSays() {
        staff("former", "larch-1", true);
        assertThat(places("former")).containsExactly("larch-1");
        staff("former", "larch-1", false);
        assertThat(places("former")).isEmpty();
        server.get("/api/v1/store/acts?place=larch-1")
                .by("former", "store")
                .send()
                .refused(403, "not_your_place");
        server.get("/api/v1/store/proposals?place=larch-1")
                .by("anybody", "store")
                .send()
                .refused(403, "not_your_place");
    }

    @Test
    void aProposalEndsAfterAQuarterOfAnHour() {
        staff("slow", "larch-1", true);
        String code = code("slow", "larch-1");
        server.clock().forward(Duration.ofMinutes(16));
        confirm("gone", code).refused(404, "unknown_proposal");
    }

    @Test
    void aCentreMovesTheUnitsOfItsRegionAndTheirFansSeeWhoDid() {
        staff("bay", "centre:north", true);
        String order = opening.placed("owner", "pro");
        opening.act("owner", order, "lock").is(200);
        String serial = opening.slug + "-1";
        String at = server.clock().instant().minusSeconds(60).toString();
        server.post(opening.operatorPath("/units"))
                .byOperator()
                .body(
                        "text/csv",
                        "serial,configuration,state,at,region\n" + serial + ",pro,built," + at + ",north\n" + serial
                                + "s,pro,built," + at + ",south\n")
                .send()
                .is(200);
        server.post(opening.operatorPath("/allocation")).byOperator().send().is(200);
        Reply seen = server.get("/api/v1/store/units?place=centre:north&launch=" + opening.slug)
                .by("bay", "store")
                .send();
        assertThat(seen.each("/units", "serial")).containsExactly(serial);
        say("bay", serial + "s", "arrived").refused(404, "unknown_unit");
        say("bay", serial, "arrived").is(200);
        say("bay", serial, "ready").is(200);
        assertThat(say("bay", serial, "delivered").is(200).at("/order")).isEqualTo(order);
        server.post(opening.operatorPath("/allocation")).byOperator().send().is(200);
        assertThat(server.get("/api/v1/orders/" + order).by("owner").send().at("/state"))
                .isEqualTo("DELIVERED");
        assertThat(server.get("/api/v1/orders/" + order + "/acts")
                        .by("owner")
                        .send()
                        .each("/acts", "act"))
                .containsExactly("unit_arrived", "unit_ready", "unit_delivered");
    }

    private Reply say(String member, String serial, String state) {
        return server.post("/api/v1/store/units")
                .by(member, "store")
                .json(Map.of("place", "centre:north", "launch", opening.slug, "serial", serial, "state", state))
                .send();
    }

    private List<String> places(String member) {
        return server.get("/api/v1/store/places")
                .by(member, "store")
                .send()
                .json()
                .at("/places")
                .valueStream()
                .map(place -> place.asString())
                .toList();
    }

    private String code(String member, String place) {
        return requireNonNull(propose(member, place).at("/code"));
    }

    private Reply propose(String member, String place) {
        return server.post("/api/v1/store/proposals")
                .by(member, "store")
                .json(Map.of("place", place, "launch", opening.slug, "offer", "pro", "region", "north"))
                .send()
                .is(201);
    }

    private Reply confirm(String fan, String code) {
        return server.post("/api/v1/proposals/confirm")
                .by(fan)
                .json(Map.of("code", code))
                .send();
    }

    private void staff(String member, String place, boolean works) {
        server.put("/api/v1/operator/network/staff")
                .byOperator()
                .json(Map.of("member", member, "place", place, "works", works))
                .send()
                .is(200);
    }

    private Reply put(String file, String csv) {
        return server.put("/api/v1/operator/network/" + file)
                .byOperator()
                .body("text/csv", csv)
                .send();
    }
}
