package dev.holdfast.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Faults, incidents, stops, recalls and bulletins, in every way that the document speaks of.
final class QualityTour {
    private static final String NOWHERE = "/api/v1/operator/launches/nowhere";
    private static final Map<String, String> WORDS = Map.of("en", "Something may swell.", "zh", "可能鼓包。");

    private final RunningServer server;
    private final SlotLaunch launch;
    private final String lot;
    private final String serial;

    QualityTour(RunningServer server) {
        this.server = server;
        this.launch = new SlotLaunch(server, "tour-quality");
        this.serial = launch.serial("swell");
        this.lot = "lot-" + serial;
    }

    void walk() {
        server.forgive();
        String order = launch.arrived("swell");
        made();
        faults();
        int incident = incident();
        confirmRefused(order);
        stops(incident);
        recalls(incident, order);
        bulletins(incident);
    }

    /// Of a lot, which is told as an event.
    private void made() {
        Map<String, Object> event = Map.of(
                "type", "TransformationEvent",
                "inputQuantityList", List.of(Map.of("epcClass", "urn:holdfast:lot:" + lot)),
                "outputEPCList", List.of("urn:holdfast:unit:" + serial));
        Map<String, Object> document =
                Map.of("type", "EPCISDocument", "epcisBody", Map.of("eventList", List.of(event)));
        server.post(launch.operatorPath("/epcis"))
                .byOperator()
                .json(document)
                .send()
                .is(200);
    }

    private void faults() {
        String faults = launch.operatorPath("/faults");
        String found = server.clock().instant().toString();
        String csv = "reference,source,serial,component,symptom,foundAt\nQ-1,inspection," + serial + ",battery,swells,"
                + found + "\n";
        server.post(faults).byOperator().body("text/csv", csv).send().is(200);
        bad(faults, "invalid_faults", List.of(Map.of("reference", "Q-2")), 5 * 1024 * 1024);
        server.post(NOWHERE + "/faults")
                .byOperator()
                .body("text/csv", csv)
                .send()
                .refused(404, "unknown_launch");
        String rates = launch.operatorPath("/fault-rates");
        server.get(rates).byOperator().send().is(200);
        server.get(rates + "?component=battery").byOperator().send().is(200);
        server.get(NOWHERE + "/fault-rates").byOperator().send().refused(404, "unknown_launch");
    }

    private int incident() {
        String incidents = launch.operatorPath("/incidents");
        Map<String, Object> wish = Map.of(
                "source", "inspection",
                "component", "battery",
                "symptom", "swells",
                "severity", "safety",
                "words", "Seen twice.",
                "lots", List.of(lot));
        int number = (int)
                server.post(incidents).byOperator().json(wish).send().is(201).number("/number");
        Map<String, Object> unfit =
                Map.of("source", "inspection", "component", " ", "symptom", "s", "severity", "minor", "words", "w");
        bad(incidents, "invalid_quality", unfit, 300 * 1024);
        server.post(NOWHERE + "/incidents").byOperator().json(wish).send().refused(404, "unknown_launch");
        server.get(incidents).byOperator().send().is(200);
        server.get(incidents + "?state=lost").byOperator().send().refused(422, "invalid_parameter");
        server.get(NOWHERE + "/incidents").byOperator().send().refused(404, "unknown_launch");
        server.get("/api/v1/operator/incidents/" + number).byOperator().send().is(200);
        server.get("/api/v1/operator/incidents/0").byOperator().send().refused(404, "unknown_incident");
        String steps = "/api/v1/operator/incidents/" + number + "/steps";
        Map<String, Object> confirm = Map.of("act", "confirmed", "words", "Seen in a laboratory.");
        server.post(steps).byOperator().json(confirm).send().is(200);
        server.post(steps).byOperator().json(confirm).send().refused(409, "incident_state");
        bad(steps, "invalid_quality", Map.of("act", "opened", "words", "w"), 300 * 1024);
        server.post("/api/v1/operator/incidents/0/steps")
                .byOperator()
                .json(confirm)
                .send()
                .refused(404, "unknown_incident");
        return number;
    }

    private int closed() {
        Map<String, Object> wish = Map.of(
                "source", "return", "component", "seat", "symptom", "creaks", "severity", "minor", "words", "Once.");
        int number = (int) server.post(launch.operatorPath("/incidents"))
                .byOperator()
                .json(wish)
                .send()
                .is(201)
                .number("/number");
        server.post("/api/v1/operator/incidents/" + number + "/steps")
                .byOperator()
                .json(Map.of("act", "closed", "words", "It was the passenger."))
                .send()
                .is(200);
        return number;
    }

    /// Whoever would have it confirms in vain while it is stopped.
    private void confirmRefused(String order) {
        launch.staff("keeper");
        server.post("/api/v1/store/handovers/" + order)
                .by("keeper", "store")
                .json(Map.of(
                        "place",
                        launch.centre,
                        "serial",
                        serial,
                        "said",
                        new ArrayList<>(List.of(launch.said("done", "", null)))))
                .send()
                .is(200);
        String stops = launch.operatorPath("/stops");
        long stop = server.post(stops)
                .byOperator()
                .json(Map.of("units", List.of(serial), "words", WORDS))
                .send()
                .is(201)
                .number("/number");
        server.post("/api/v1/orders/" + order + "/handover/confirm")
                .by("swell")
                .send()
                .refused(409, "unit_quarantined");
        server.post("/api/v1/operator/stops/" + stop + "/release")
                .byOperator()
                .json(Map.of("words", WORDS))
                .send()
                .is(200);
    }

    private void stops(int incident) {
        String stops = launch.operatorPath("/stops");
        Map<String, Object> wish = Map.of("lot", lot, "words", WORDS, "incident", incident);
        long number = server.post(stops).byOperator().json(wish).send().is(201).number("/number");
        bad(stops, "invalid_quality", Map.of("words", WORDS), 300 * 1024);
        server.post(stops)
                .byOperator()
                .json(Map.of("lot", lot, "words", WORDS, "supply", Map.of("component", "cell", "quantity", -1)))
                .send()
                .refused(422, "invalid_supply_event");
        server.post(NOWHERE + "/stops").byOperator().json(wish).send().refused(404, "unknown_launch");
        server.post(stops)
                .byOperator()
                .json(Map.of("units", List.of("none"), "words", WORDS))
                .send()
                .refused(404, "unknown_unit");
        server.post(stops)
                .byOperator()
                .json(Map.of("lot", lot, "words", WORDS, "incident", 999_999))
                .send()
                .refused(404, "unknown_incident");
        server.post(stops)
                .byOperator()
                .json(Map.of("lot", lot, "words", WORDS, "incident", closed()))
                .send()
                .refused(409, "incident_state");
        server.get(stops).byOperator().send().is(200);
        server.get(NOWHERE + "/stops").byOperator().send().refused(404, "unknown_launch");
        String one = "/api/v1/operator/stops/" + number;
        server.get(one).byOperator().send().is(200);
        server.get(one + "?limit=0").byOperator().send().refused(422, "invalid_parameter");
        server.get("/api/v1/operator/stops/0").byOperator().send().refused(404, "unknown_quarantine");
        bad(one + "/release", "invalid_quality", Map.of(), 300 * 1024);
        Map<String, Object> words = Map.of("words", WORDS);
        server.post("/api/v1/operator/stops/0/release")
                .byOperator()
                .json(words)
                .send()
                .refused(404, "unknown_quarantine");
        server.post(one + "/release").byOperator().json(words).send().is(200);
        server.post(one + "/release").byOperator().json(words).send().refused(409, "quarantine_released");
    }

    private Map<String, Object> recall(String of, int incident) {
        return Map.of(
                "lots",
                List.of(of),
                "drill",
                false,
                "severity",
                "safety",
                "title",
                WORDS,
                "remedy",
                WORDS,
                "parts",
                List.of("pack"),
                "minutes",
                90,
                "incident",
                incident);
    }

    private void recalls(int incident, String order) {
        String recalls = launch.operatorPath("/recalls");
        Map<String, Object> wish = recall(lot, incident);
        long number =
                server.post(recalls).byOperator().json(wish).send().is(201).number("/number");
        Map<String, Object> unfit = Map.of(
                "lots", List.of(), "drill", true, "severity", "minor", "title", WORDS, "remedy", WORDS, "minutes", 1);
        bad(recalls, "invalid_quality", unfit, 300 * 1024);
        server.post(NOWHERE + "/recalls").byOperator().json(wish).send().refused(404, "unknown_launch");
        server.post(recalls).byOperator().json(recall("none", incident)).send().refused(404, "unknown_lot");
        server.post(recalls).byOperator().json(recall(lot, 999_999)).send().refused(404, "unknown_incident");
        server.post(recalls).byOperator().json(recall(lot, closed())).send().refused(409, "incident_state");
        server.get(recalls).byOperator().send().is(200);
        server.get(NOWHERE + "/recalls").byOperator().send().refused(404, "unknown_launch");
        String one = "/api/v1/operator/recalls/" + number;
        server.get(one).byOperator().send().is(200);
        server.get(one + "?unreached=true").byOperator().send().is(200);
        server.get(one + "?limit=0").byOperator().send().refused(422, "invalid_parameter");
        server.get("/api/v1/operator/recalls/0").byOperator().send().refused(404, "unknown_recall");
        server.get("/api/v1/orders/" + order + "/recalls").by("swell").send().is(200);
        server.get("/api/v1/orders/" + order + "/recalls").by("another").send().refused(404, "unknown_order");
        Map<String, Object> call = Map.of("serial", serial, "way", "phone", "outcome", "reached");
        act(one + "/contacts", call, Map.of("serial", serial, "way", "mail", "outcome", "reached"));
        act(one + "/remedies", Map.of("serial", serial, "place", "north"), Map.of("serial", serial, "place", " "));
        server.post(one + "/close").byOperator().send().is(200);
        server.post(one + "/close").byOperator().send().refused(409, "recall_closed");
        server.post("/api/v1/operator/recalls/0/close").byOperator().send().refused(404, "unknown_recall");
        server.post(one + "/contacts").byOperator().json(call).send().refused(409, "recall_closed");
        server.post(one + "/remedies")
                .byOperator()
                .json(Map.of("serial", serial, "place", "north"))
                .send()
                .refused(409, "recall_closed");
    }

    private void act(String path, Map<String, Object> good, Map<String, Object> unfit) {
        server.post(path).byOperator().json(good).send().is(200);
        bad(path, "invalid_quality", unfit, 300 * 1024);
        server.post(path.replaceAll("recalls/\\d+", "recalls/0"))
                .byOperator()
                .json(good)
                .send()
                .refused(404, "unknown_recall");
        Map<String, Object> other = new HashMap<>(good);
        other.put("serial", "none");
        server.post(path).byOperator().json(other).send().refused(404, "unit_not_recalled");
    }

    private Map<String, Object> bulletin(int incident, String product, String reason) {
        return Map.of(
                "incident",
                incident,
                "product",
                product,
                "attribute",
                Map.of("en", "cell", "zh", "电芯"),
                "from",
                Map.of("en", "pouch", "zh", "软包"),
                "to",
                Map.of("en", "can", "zh", "硬壳"),
                "reason",
                reason);
    }

    private void bulletins(int incident) {
        SpecWorld.product(server, "tour-pack", 30);
        String path = "/api/v1/operator/bulletins";
        long number = server.post(path)
                .byOperator()
                .json(bulletin(incident, "tour-pack", "It swells."))
                .send()
                .is(201)
                .number("/number");
        long lost = server.post(path)
                .byOperator()
                .json(bulletin(incident, "no-such-pack", "It swells."))
                .send()
                .is(201)
                .number("/number");
        bad(path, "invalid_quality", bulletin(incident, "tour-pack", "r".repeat(501)), 300 * 1024);
        server.post(path)
                .byOperator()
                .json(bulletin(0, "tour-pack", "It swells."))
                .send()
                .refused(404, "unknown_incident");
        server.get(launch.operatorPath("/bulletins")).byOperator().send().is(200);
        server.get(NOWHERE + "/bulletins").byOperator().send().refused(404, "unknown_launch");
        Map<String, Object> first = Map.of("version", 1);
        String spec = path + "/" + number + "/spec";
        bad(spec, "invalid_request", Map.of(), 300 * 1024);
        server.post(path + "/0/spec").byOperator().json(first).send().refused(404, "unknown_bulletin");
        server.post(path + "/" + lost + "/spec").byOperator().json(first).send().refused(404, "unknown_product");
        server.post(spec).byOperator().json(Map.of("version", 7)).send().refused(409, "spec_version_taken");
        server.post(spec).byOperator().json(first).send().is(200);
        server.post(spec).byOperator().json(first).send().refused(409, "bulletin_taken");
    }

    /// No JSON, too much of it, and what does not fit.
    private void bad(String path, String code, Object unfit, int tooMany) {
        server.post(path).byOperator().body("application/json", "{").send().refused(400, "malformed_json");
        server.post(path)
                .byOperator()
                .body("application/json", " ".repeat(tooMany))
                .send()
                .refused(413, "body_too_large");
        Object wrong = path.endsWith("/faults") ? Map.of() : List.of();
        server.post(path).byOperator().json(wrong).send().refused(422, "invalid_request");
        server.post(path).byOperator().json(unfit).send().refused(422, code);
    }
}
