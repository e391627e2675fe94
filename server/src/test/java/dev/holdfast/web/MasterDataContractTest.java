package dev.holdfast.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Master data and supply events as planners send them: whole or not at all, every version kept, every change an event.
@ExtendWith(RunningServer.Shared.class)
class MasterDataContractTest {
    private static final String BOM = "parent,child,quantity,leadTimeWeeks\n";

    private final RunningServer server;
    private final Opening opening;

    MasterDataContractTest(RunningServer server) {
        this.server = server;
        this.opening = Opening.on(server);
    }

    @Test
    void aFileComesBackAsItWasSentInCsvAndInJson() {
        Reply uploaded =
                put("bom", BOM + "pro,pack,1,2\npack,\"cell, large\",96,1\n").is(200);
        assertThat(uploaded.number("/version")).isEqualTo(1);
        assertThat(uploaded.at("/changed")).isEqualTo("true");
        assertThat(csv("bom").text()).isEqualTo("""
                parent,child,quantity,leadTimeWeeks,effectiveFrom,effectiveTo
                pro,pack,1,2,,
                pack,"cell, large",96,1,,
                """);
        Reply json = look("bom").is(200);
        assertThat(json.header("ETag")).isEqualTo("\"1\"");
        assertThat(json.at("/1/child")).isEqualTo("cell, large");
        assertThat(json.number("/1/quantity")).isEqualTo(96);
        Reply again = server.put(path("bom"))
                .by("planner", "planner")
                .body("application/json", json.text())
                .send()
                .is(200);
        assertThat(again.at("/changed")).as("the same rows, sent as JSON").isEqualTo("false");
        assertThat(again.number("/version")).isEqualTo(1);
    }

    @Test
    void everyVersionIsKeptAndIsAnEvent() {
        put("bom?source=plm", BOM + "pro,pack,1,2\n").is(200);
        put("bom", BOM + "pro,pack,2,2\n").is(200);
        put("bom", BOM + "pro,pack,2,2\n").is(200);
        assertThat(csv("bom?version=1").text()).contains("pro,pack,1,2");
        assertThat(csv("bom?version=2").text()).contains("pro,pack,2,2");
        look("bom?version=3").refused(404, "unknown_master_file");
        Reply versions = server.get(opening.operatorPath("/master"))
                .by("planner", "planner")
                .send();
        assertThat(versions.each("/versions", "version")).containsExactly("2", "1");
        assertThat(versions.each("/versions", "source")).containsExactly("", "plm");
        Reply events = events("");
        assertThat(events.each("/events", "subject")).containsExactly("bom", "bom");
        assertThat(events.each("/events", "number")).containsExactly("1", "2");
        assertThat(events.each("/events", "actor")).containsOnly("planner");
    }

    @Test
    void aBadRowRefusesTheFileWithLineColumnValueAndReason() {
        put("bom", BOM + "pro,pack,1,2\n").is(200);
        Reply refused = put("bom", """
                        parent,child,quantity,leadTimeWeeks,effectiveFrom,effectiveTo
                        pro,pack,-1,2,,
                        pro,pack,1.5,2,,
                        pro,,1,2,2027-01-05,
                        pro,door,1,x,2027-03-01,2027-02-01
                        """).refused(422, "invalid_master_data");
        assertThat(refused.each("/errors", "line")).containsExactly("2", "3", "4", "4", "5", "5");
        assertThat(refused.each("/errors", "column"))
                .containsExactly("quantity", "quantity", "effectiveFrom", "child", "effectiveTo", "leadTimeWeeks");
        assertThat(refused.each("/errors", "value")).contains("-1", "1.5", "2027-01-05", "x");
        assertThat(csv("bom").text()).as("nothing was changed").contains("pro,pack,1,2");
        assertThat(events("").each("/events", "number")).containsExactly("1");
        Reply json = server.put(path("bom"))
                .byOperator()
                .json(List.of(Map.of("parent", "pro", "child", "pack", "quantity", 1.5, "leadTimeWeeks", 0)))
                .send()
                .refused(422, "invalid_master_data");
        assertThat(json.each("/errors", "path")).containsExactly("[0].quantity");
    }

    @Test
    void aCycleIsRefusedWithItsPath() {
        Reply refused = put("bom", BOM + "pro,pack,1,2\npack,cell,9,1\ncell,pack,1,0\nmax,max,1,0\n")
                .refused(422, "invalid_master_data");
        assertThat(refused.each("/errors", "reason")).contains("closes a cycle: max > max");
        refused =
                put("bom", BOM + "pro,pack,1,2\npack,cell,9,1\ncell,pack,1,0\n").refused(422, "invalid_master_data");
        assertThat(refused.each("/errors", "reason")).containsExactly("closes a cycle: pack > cell > pack");
    }

    @Test
    void whatOneFileNamesTheOthersMustList() {
        put("suppliers", "supplier\nvolt\n").is(200);
        put("components", "component,supplier\ncell,volt\ndoor,nobody\n").refused(422, "invalid_master_data");
        put("components", "component,supplier\ncell,volt\n").is(200);
        Reply unknown = put("bom", BOM + "pro,pack,1,0\npack,cel,96,0\n").refused(422, "invalid_master_data");
        assertThat(unknown.each("/errors", "value")).containsExactly("cel");
        assertThat(unknown.each("/errors", "reason"))
                .containsExactly("is none of the components and made of nothing: pro > pack > cel");
        put("bom", BOM + "pro,pack,1,0\npack,cell,96,0\n").is(200);
        Reply missing = put("components", "component\ndoor\n").refused(422, "invalid_master_data");
        assertThat(missing.each("/errors", "reason"))
                .containsExactly("is missing in the file: the bills need it: pro > pack > cell");
        put("stock", "component,onHand,quarantined,asOf\nwheel,1,0,2026-11-19\n")
                .refused(422, "invalid_master_data");
        put("suppliers", "supplier\nother\n").refused(422, "invalid_master_data");
        put("configurations", "configuration,deliveryWeeks\nnone,1\n").refused(422, "invalid_master_data");
        tell("one", "wheel", 1, "2027-01-04").refused(422, "invalid_supply_event");
    }

    @Test
    void theSameEventTwiceHasNoFurtherEffect() {
        assertThat(effects(tell("one", "pack", 5, "2027-01-04"))).containsExactly("applied");
        Reply again = tell("one", "pack", 5, "2027-01-04");
        assertThat(effects(again)).containsExactly("repeated");
        assertThat(again.each("/told", "number")).containsExactly("1");
        tell("one", "pack", 6, "2027-01-04").refused(409, "supply_event_differs");
        assertThat(events("").each("/events", "quantity")).containsExactly("5");
    }

    @Test
    void ofATableSentAgainOnlyTheDifferencesBecomeEvents() {
        assertThat(effects(table("PO-1,pack,5,2027-01-04,committed", "PO-2,pack,7,2027-01-11,forecast")))
                .containsExactly("applied", "applied");
        Reply again = table("PO-1,pack,0,2027-01-04,committed", "PO-2,pack,7,2027-01-11,forecast");
        assertThat(effects(again)).containsExactly("applied", "unchanged");
        assertThat(again.each("/told", "number")).containsExactly("3", "null");
        assertThat(events("?after=2").each("/events", "quantity")).containsExactly("0");
    }

    @Test
    void anUploadedCurveIsAnEventAsWell() {
        opening.supplied("pro,2027-01-04,5");
        assertThat(events("").each("/events", "type")).containsExactly("curve");
    }

    @Test
    void everyActIsOnTheTrail() {
        put("bom", BOM + "pro,pack,1,2\n").is(200);
        tell("one", "pack", 5, "2027-01-04").is(200);
        Reply trail = server.get("/api/v1/operator/audit?limit=2").byOperator().send();
        assertThat(trail.each("/acts", "act")).containsExactly("tell_supply", "upload_master_data");
        assertThat(trail.each("/acts", "subject")).containsOnly(opening.slug);
    }

    private List<String> effects(Reply reply) {
        return reply.is(200).each("/told", "effect");
    }

    private Reply table(String... rows) {
        return server.post(opening.operatorPath("/supply-events?source=sheet"))
                .by("planner", "planner")
                .body("text/csv", "commitment,component,quantity,week,status\n" + String.join("\n", rows) + "\n")
                .send();
    }

    private Reply tell(String id, String component, int quantity, String week) {
        Map<String, Object> event = Map.of(
                "id",
                id,
                "commitment",
                "PO-1",
                "component",
                component,
                "quantity",
                quantity,
                "week",
                week,
                "status",
                "committed");
        return server.post(opening.operatorPath("/supply-events"))
                .by("planner", "planner")
                .json(Map.of("source", "portal", "events", List.of(event)))
                .send();
    }

    private Reply put(String file, String csv) {
        return server.put(path(file))
                .by("planner", "planner")
                .body("text/csv", csv)
                .send();
    }

    private Reply look(String file) {
        return server.get(path(file)).by("planner", "planner").send();
    }

    private Reply csv(String file) {
        return server.get(path(file))
                .by("planner", "planner")
                .header("Accept", "text/csv")
                .send()
                .is(200);
    }

    private Reply events(String query) {
        return server.get(opening.operatorPath("/supply-events" + query))
                .by("planner", "planner")
                .send();
    }

    private String path(String file) {
        return opening.operatorPath("/master/" + file);
    }
}
