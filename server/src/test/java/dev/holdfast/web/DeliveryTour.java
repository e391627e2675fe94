package dev.holdfast.web;

import java.util.List;
import java.util.Map;

/// Units and who has them, in every way that the document speaks of.
final class DeliveryTour {
    private static final String NO_ORDER = "/api/v1/orders/00000040-0000-8001-9c4e-52a1b0de7f10";

    private final RunningServer server;
    private final Opening opening;

    DeliveryTour(RunningServer server) {
        this.server = server;
        this.opening = Opening.on(server).supplied("pro,2027-01-04,9");
    }

    void walk() {
        String id = opening.placed("driver", "pro");
        String own = "/api/v1/orders/" + id;
        Map<String, Object> later = Map.of("until", day(30));
        server.post(own + "/postpone").by("driver").json(later).send().refused(409, "cannot_postpone");
        opening.act("driver", id, "lock").is(200);
        String units = opening.operatorPath("/units");
        String at = server.clock().instant().minusSeconds(60).toString();
        String serial = opening.slug + "-1";
        server.post(units)
                .byOperator()
                .body(
                        "text/csv",
                        "serial,configuration,state,at,lots\n" + serial + ",pro,built," + at + ",lot-" + serial)
                .send()
                .is(200);
        server.get(units).byOperator().send().is(200);
        String allocation = opening.operatorPath("/allocation");
        server.post(allocation).byOperator().send().is(200);
        server.get(allocation).byOperator().send().is(200);
        server.get("/api/v1/operator/units/" + serial).byOperator().send().is(200);
        server.get("/api/v1/operator/lots?lot=lot-" + serial)
                .byOperator()
                .send()
                .is(200);
        server.get(own + "/unit").by("driver").send().is(200);
        server.post(own + "/postpone").by("driver").json(later).send().is(200);
        events(serial);
        refuse(units, own);
    }

    private void events(String serial) {
        String epcis = opening.operatorPath("/epcis");
        Map<String, Object> event = Map.of(
                "type", "TransformationEvent",
                "inputQuantityList", List.of(Map.of("epcClass", "urn:holdfast:lot:lot-" + serial)),
                "outputEPCList", List.of("urn:holdfast:unit:" + serial));
        Map<String, Object> document =
                Map.of("type", "EPCISDocument", "epcisBody", Map.of("eventList", List.of(event)));
        server.post(epcis).byOperator().json(document).send().is(200);
        server.get(epcis).byOperator().send().is(200);
        server.get(epcis + "?limit=0").byOperator().send().refused(422, "invalid_parameter");
        server.post(epcis).byOperator().json(Map.of()).send().refused(422, "invalid_events");
        server.post(epcis).byOperator().body("application/json", "{").send().refused(400, "malformed_json");
        server.post(epcis)
                .byOperator()
                .body("application/json", " ".repeat(33 * 1024 * 1024))
                .send()
                .refused(413, "body_too_large");
        String nowhere = "/api/v1/operator/launches/nowhere/epcis";
        server.post(nowhere).byOperator().json(document).send().refused(404, "unknown_launch");
        server.get(nowhere).byOperator().send().refused(404, "unknown_launch");
    }

    private void refuse(String units, String own) {
        server.post(units)
                .byOperator()
                .body("text/csv", "serial,configuration\n")
                .send()
                .refused(422, "invalid_units");
        server.post(units).byOperator().json(Map.of()).send().refused(422, "invalid_request");
        server.post(units).byOperator().body("application/json", "[").send().refused(400, "malformed_json");
        server.post(units)
                .byOperator()
                .body("text/csv", " ".repeat(33 * 1024 * 1024))
                .send()
                .refused(413, "body_too_large");
        server.get(units + "?state=painted").byOperator().send().refused(422, "invalid_parameter");
        String nowhere = "/api/v1/operator/launches/nowhere";
        server.post(nowhere + "/units")
                .byOperator()
                .body("text/csv", "serial,configuration,state,at\n")
                .send()
                .refused(404, "unknown_launch");
        server.get(nowhere + "/units").byOperator().send().refused(404, "unknown_launch");
        server.get(nowhere + "/allocation").byOperator().send().refused(404, "unknown_launch");
        server.post(nowhere + "/allocation").byOperator().send().refused(404, "unknown_launch");
        server.get("/api/v1/operator/units/none").byOperator().send().refused(404, "unknown_unit");
        server.get("/api/v1/operator/lots?lot=none").byOperator().send().refused(404, "unknown_lot");
        server.get("/api/v1/operator/lots").byOperator().send().refused(422, "invalid_parameter");
        for (String order : List.of(own, NO_ORDER)) {
            server.get(order + "/unit").by("another").send().refused(404, "unknown_order");
        }
        String postpone = own + "/postpone";
        server.post(NO_ORDER + "/postpone")
                .by("driver")
                .json(Map.of("until", day(30)))
                .send()
                .refused(404, "unknown_order");
        server.post(postpone).by("driver").body("application/json", "{").send().refused(400, "malformed_json");
        server.post(postpone)
                .by("driver")
                .json(Map.of("until", day(900)))
                .send()
                .refused(422, "invalid_request");
        server.post(postpone)
                .by("driver")
                .body("application/json", " ".repeat(20_000))
                .send()
                .refused(413, "body_too_large");
    }

    private String day(int days) {
        return server.clock().instant().plusSeconds(86_400L * days).toString().substring(0, 10);
    }
}
