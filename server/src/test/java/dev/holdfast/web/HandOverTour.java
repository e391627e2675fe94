package dev.holdfast.web;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Hand-overs, in every way that the document speaks of.
final class HandOverTour {
    private static final String NO_ORDER = "00000040-0000-8001-9c4e-52a1b0de7f10";
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2, 3};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 1, 2};

    private final RunningServer server;
    private final SlotLaunch launch;
    private final String where;

    HandOverTour(RunningServer server) {
        this.server = server;
        this.launch = new SlotLaunch(server, "tour-hand");
        this.where = "?place=" + launch.centre + "&serial=" + launch.serial("driver");
    }

    void walk() {
        launch.staff("giver");
        String order = launch.arrived("driver");
        checklist();
        String own = "/api/v1/orders/" + order + "/handover";
        String desk = "/api/v1/store/handovers/" + order;
        server.get(own).by("driver").send().refused(409, "hand_over_not_begun");
        server.post(own + "/confirm").by("driver").send().refused(409, "hand_over_not_begun");
        server.get(desk + where).by("giver", "store").send().is(200);
        tell(desk, launch.said("point", "paint", true)).is(200);
        server.post(own + "/confirm").by("driver").send().refused(409, "hand_over_not_done");
        photos(desk, own);
        tell(desk, launch.said("done", "", null)).is(200);
        server.get(own).by("driver").send().is(200);
        server.post(own + "/confirm").by("driver").send().is(200);
        refuse(desk);
    }

    private void checklist() {
        String list = launch.operatorPath("/checklist");
        server.get(list).byOperator().send().is(200);
        server.put(list)
                .byOperator()
                .body("text/csv", "point,nameEn,nameZh,needed\npaint,Paint,漆,true\n")
                .send()
                .is(200);
        server.put(list).byOperator().body("text/csv", "point\n").send().refused(422, "invalid_checklist");
        server.put(list).byOperator().json(Map.of()).send().refused(422, "invalid_request");
        server.put(list).byOperator().body("application/json", "[").send().refused(400, "malformed_json");
        server.put(list)
                .byOperator()
                .body("text/csv", " ".repeat(300 * 1024))
                .send()
                .refused(413, "body_too_large");
        String nowhere = "/api/v1/operator/launches/nowhere/checklist";
        server.get(nowhere).byOperator().send().refused(404, "unknown_launch");
        server.put(nowhere).byOperator().body("text/csv", "point\n").send().refused(404, "unknown_launch");
    }

    private void photos(String desk, String own) {
        String id = UUID.randomUUID().toString();
        put(desk, id, PNG).is(200);
        server.get(desk + "/photos/" + id + where).by("giver", "store").send().is(200);
        server.get(own + "/photos/" + id).by("driver").send().is(200);
        put(desk, id, JPEG).refused(409, "photo_differs");
        put(desk, "none", JPEG).refused(422, "invalid_request");
        put(desk, id, new byte[] {1, 2, 3}).refused(422, "invalid_photo");
        put(desk, id, new byte[4 * 1024 * 1024]).refused(413, "body_too_large");
        server.put(desk + "/photos/" + id + where)
                .by("giver", "store")
                .body("image/png", BodyPublishers.ofByteArray(PNG))
                .send()
                .refused(422, "invalid_request");
        server.put(desk + "/photos/" + id).by("giver", "store").send().refused(422, "invalid_parameter");
        for (int more = 1; more < 30; more++) {
            put(desk, UUID.randomUUID().toString(), JPEG).is(200);
        }
        put(desk, UUID.randomUUID().toString(), JPEG).refused(409, "too_many_photos");
        String other = "/photos/" + UUID.randomUUID();
        server.get(own + other).by("driver").send().refused(404, "unknown_photo");
        server.get(own + "/photos/none").by("driver").send().refused(422, "invalid_request");
        server.get(own + other).by("another").send().refused(404, "unknown_order");
        server.get(desk + other + where).by("giver", "store").send().refused(404, "unknown_photo");
        server.get(desk + other).by("giver", "store").send().refused(422, "invalid_parameter");
        server.get(desk + "/photos/none" + where).by("giver", "store").send().refused(422, "invalid_request");
    }

    private void refuse(String desk) {
        String other = "/photos/" + UUID.randomUUID();
        server.get("/api/v1/orders/" + NO_ORDER + "/handover")
                .by("driver")
                .send()
                .refused(404, "unknown_order");
        server.post("/api/v1/orders/" + NO_ORDER + "/handover/confirm")
                .by("driver")
                .send()
                .refused(404, "unknown_order");
        Map<String, Object> said = launch.said("note", "", null);
        for (String order : List.of("none", NO_ORDER)) {
            String code = order.equals("none") ? "unknown_order" : "unknown_hand_over";
            String path = "/api/v1/store/handovers/" + order;
            server.get(path + where).by("giver", "store").send().refused(404, code);
            tell(path, said).refused(404, code);
            server.get(path + other + where).by("giver", "store").send().refused(404, code);
            put(path, UUID.randomUUID().toString(), PNG).refused(404, code);
        }
        server.get(desk + where).by("idler", "store").send().refused(403, "not_your_place");
        server.get(desk + other + where).by("idler", "store").send().refused(403, "not_your_place");
        server.post(desk).by("idler", "store").json(body(said)).send().refused(403, "not_your_place");
        server.put(desk + other + where + "&at=" + server.clock().instant())
                .by("idler", "store")
                .body("image/png", BodyPublishers.ofByteArray(PNG))
                .send()
                .refused(403, "not_your_place");
        server.get(desk).by("giver", "store").send().refused(422, "invalid_parameter");
        server.post(desk).by("giver", "store").json(Map.of()).send().refused(422, "invalid_request");
        server.post(desk)
                .by("giver", "store")
                .body("application/json", "{")
                .send()
                .refused(400, "malformed_json");
        server.post(desk)
                .by("giver", "store")
                .body("application/json", " ".repeat(2 * 1024 * 1024))
                .send()
                .refused(413, "body_too_large");
    }

    private Reply tell(String desk, Map<String, Object> said) {
        return server.post(desk).by("giver", "store").json(body(said)).send();
    }

    private Map<String, Object> body(Map<String, Object> said) {
        return Map.of("place", launch.centre, "serial", launch.serial("driver"), "said", List.of(said));
    }

    private Reply put(String desk, String id, byte[] photo) {
        return server.put(
                        desk + "/photos/" + id + where + "&at=" + server.clock().instant())
                .by("giver", "store")
                .body("image/png", BodyPublishers.ofByteArray(photo))
                .send();
    }
}
