package dev.holdfast.web;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/// Centres, stores and those who work in them, in every way that the document speaks of.
final class NetworkTour {
    static final String CENTRES = """
            region,nameEn,nameZh,city,stock,inspectionBays,handOverBays,timeZone,weekdays,opens,closes,closedOn
            north,North centre,北区中心,Larchmere,900,4,6,Asia/Shanghai,123456,09:00,18:00,2027-02-17
            south,South centre,南区中心,Tidewick,700,3,5,Asia/Shanghai,1234567,10:00,20:00,
            """;

    static final String STORES = """
            store,region,kind,nameEn,nameZh,city,capabilities
            larch-1,north,own,Larch Street,落叶松街店,Larchmere,order test_drive service
            tide-1,south,agency,Tide Quay,潮汐码头店,Tidewick,order
            corner-1,south,showroom,Corner,一角店,Tidewick,test_drive
            """;

    private final RunningServer server;
    private final Opening opening;

    NetworkTour(RunningServer server) {
        this.server = server;
        this.opening = Opening.on(server).supplied("pro,2027-01-04,9");
    }

    void walk() {
        put("centres", CENTRES).is(200);
        put("stores", STORES).is(200);
        server.get("/api/v1/network").send().is(200);
        staff("clerk", "tide-1", true).is(200);
        staff("porter", "centre:north", true).is(200);
        server.get("/api/v1/operator/network/staff?place=tide-1")
                .byOperator()
                .send()
                .is(200);
        store("clerk", "/places").is(200);
        store("clerk", "/acts?place=tide-1").is(200);
        Map<String, Object> wish = wish("tide-1", "pro");
        Reply made = post("clerk", "/proposals", wish).is(201);
        store("clerk", "/proposals?place=tide-1").is(200);
        String code = requireNonNull(made.at("/code"));
        server.get("/api/v1/proposals/" + code).by("visitor").send().is(200);
        String order = requireNonNull(confirm("visitor", code).is(201).at("/id"));
        confirm("visitor", code).is(200);
        server.get("/api/v1/orders/" + order + "/acts").by("visitor").send().is(200);
        units(order);
        refuse(wish);
    }

    private void units(String order) {
        String serial = opening.slug + "-unit";
        String at = server.clock().instant().minusSeconds(60).toString();
        server.post(opening.operatorPath("/units"))
                .byOperator()
                .body("text/csv", "serial,configuration,state,at,region\n" + serial + ",pro,built," + at + ",north")
                .send()
                .is(200);
        store("porter", "/units?place=centre:north&launch=" + opening.slug).is(200);
        post("porter", "/units", said(serial, "arrived")).is(200);
        post("porter", "/units", said(serial, "delivered")).refused(422, "invalid_units");
        post("porter", "/units", said(serial, "painted")).refused(422, "invalid_request");
        post("porter", "/units", said("none", "arrived")).refused(404, "unknown_unit");
        post(
                        "porter",
                        "/units",
                        Map.of("place", "centre:north", "launch", "nowhere", "serial", serial, "state", "ready"))
                .refused(404, "unknown_launch");
        post("clerk", "/units", said(serial, "ready")).refused(403, "not_your_place");
        store("clerk", "/units?place=centre:north&launch=" + opening.slug).refused(403, "not_your_place");
        store("porter", "/units?place=centre:north").refused(422, "invalid_parameter");
        store("porter", "/units?place=centre:north&launch=nowhere").refused(404, "unknown_launch");
        server.get("/api/v1/orders/" + order + "/acts").by("another").send().refused(404, "unknown_order");
    }

    private void refuse(Map<String, Object> wish) {
        put("centres", "region\n").refused(422, "invalid_network");
        put("stores", "store\n").refused(422, "invalid_network");
        for (String file : List.of("centres", "stores")) {
            String path = "/api/v1/operator/network/" + file;
            server.put(path).byOperator().json(Map.of()).send().refused(422, "invalid_request");
            server.put(path).byOperator().body("application/json", "[").send().refused(400, "malformed_json");
            server.put(path)
                    .byOperator()
                    .body("text/csv", " ".repeat(5 * 1024 * 1024))
                    .send()
                    .refused(413, "body_too_large");
        }
        staff("clerk", "nowhere", true).refused(422, "invalid_request");
        server.get("/api/v1/operator/network/staff?limit=0").byOperator().send().refused(422, "invalid_parameter");
        badBody("/api/v1/operator/network/staff", "PUT", "operator");
        badBody("/api/v1/store/proposals", "POST", "store");
        badBody("/api/v1/store/units", "POST", "store");
        badBody("/api/v1/proposals/confirm", "POST", "fan");
        for (String path : List.of("/acts", "/proposals")) {
            store("clerk", path).refused(422, "invalid_parameter");
            store("clerk", path + "?place=larch-1").refused(403, "not_your_place");
        }
        post("clerk", "/proposals", wish("larch-1", "pro")).refused(403, "not_your_place");
        post("clerk", "/proposals", wish("tide-1", "none")).refused(422, "invalid_request");
        post("clerk", "/proposals", Map.of("place", "tide-1", "launch", "nowhere", "offer", "pro"))
                .refused(404, "unknown_launch");
        staff("clerk", "corner-1", true).is(200);
        post("clerk", "/proposals", wish("corner-1", "pro")).refused(403, "store_takes_no_orders");
        server.get("/api/v1/proposals/none").by("visitor").send().refused(404, "unknown_proposal");
        confirm("visitor", "none").refused(404, "unknown_proposal");
        String code = requireNonNull(post("clerk", "/proposals", wish).at("/code"));
        refuseOrders(wish);
        opening.operator("close").is(200);
        confirm("late", code).refused(409, "launch_not_open");
    }

    private void refuseOrders(Map<String, Object> wish) {
        confirm("visitor", code(wish)).refused(409, "member_limit_reached");
        confirm("beyond", code(wish("tide-1", "max"))).refused(409, "sold_out");
        Opening terms = Opening.with(server, "termsVersion", "2026-11").supplied("pro,2027-01-04,1");
        confirm("silent", code(in(terms))).refused(409, "terms_not_accepted");
        Opening verified = Opening.with(server, "entry", Map.of("verified", "mail"));
        confirm("unproved", code(in(verified))).refused(409, "contact_not_verified");
    }

    private static Map<String, Object> in(Opening other) {
        return Map.of("place", "tide-1", "launch", other.slug, "offer", "pro");
    }

    private String code(Map<String, Object> wish) {
        return requireNonNull(post("clerk", "/proposals", wish).is(201).at("/code"));
    }

    private void badBody(String path, String method, String role) {
        server.call(method, path)
                .by("clerk", role)
                .body("application/json", "{")
                .send()
                .refused(400, "malformed_json");
        server.call(method, path).by("clerk", role).json(Map.of()).send().refused(422, "invalid_request");
        server.call(method, path)
                .by("clerk", role)
                .body("application/json", " ".repeat(20_000))
                .send()
                .refused(413, "body_too_large");
    }

    private Map<String, Object> wish(String place, String offer) {
        return Map.of("place", place, "launch", opening.slug, "offer", offer, "region", "north");
    }

    private Map<String, Object> said(String serial, String state) {
        return Map.of("place", "centre:north", "launch", opening.slug, "serial", serial, "state", state);
    }

    private Reply put(String file, String csv) {
        return server.put("/api/v1/operator/network/" + file)
                .byOperator()
                .body("text/csv", csv)
                .send();
    }

    private Reply staff(String member, String place, boolean works) {
        return server.put("/api/v1/operator/network/staff")
                .byOperator()
                .json(Map.of("member", member, "place", place, "works", works))
                .send();
    }

    private Reply store(String member, String path) {
        return server.get("/api/v1/store" + path).by(member, "store").send();
    }

    private Reply post(String member, String path, Map<String, Object> body) {
        return server.post("/api/v1/store" + path)
                .by(member, "store")
                .json(body)
                .send();
    }

    private Reply confirm(String fan, String code) {
        return server.post("/api/v1/proposals/confirm")
                .by(fan)
                .json(Map.of("code", code))
                .send();
    }
}
