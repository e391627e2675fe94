package dev.holdfast.web;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A launch whose units were handed over and are called back, in a region of its own.
final class RecalledLaunch {
    private static final Map<String, String> WORDS = Map.of("en", "It may swell.", "zh", "可能鼓包。");

    final ServiceLaunch service;
    final String lot;
    private final RunningServer server;

    RecalledLaunch(RunningServer server, String region) {
        this.server = server;
        this.service = new ServiceLaunch(server, region);
        this.lot = "lot-" + service.slots.slug();
    }

    /// An order whose unit was handed over, and is made of the lot.
    String owned(String fan) {
        String order = service.owned(fan);
        made(fan);
        return order;
    }

    void made(String fan) {
        Map<String, Object> event = Map.of(
                "type", "TransformationEvent",
                "inputQuantityList", List.of(Map.of("epcClass", "urn:holdfast:lot:" + lot)),
                "outputEPCList", List.of("urn:holdfast:unit:" + service.slots.serial(fan)));
        server.post(service.slots.operatorPath("/epcis"))
                .byOperator()
                .json(Map.of("type", "EPCISDocument", "epcisBody", Map.of("eventList", List.of(event))))
                .send()
                .is(200);
    }

    /// @param parts that one remedy takes
    /// @return the recall's number
    String recall(String... parts) {
        return recall(false, parts);
    }

    String recall(boolean drill, String... parts) {
        Map<String, Object> wish = new HashMap<>(Map.of("lots", List.of(lot), "drill", drill, "minutes", 40));
        wish.putAll(Map.of("severity", "safety", "title", WORDS, "remedy", WORDS, "parts", List.of(parts)));
        Reply begun = server.post(service.slots.operatorPath("/recalls"))
                .byOperator()
                .json(wish)
                .send()
                .is(201);
        return requireNonNull(begun.at("/number"));
    }

    Reply slots(String fan, String order, String recall) {
        return server.get(path(order, recall)).by(fan).send();
    }

    /// The first time that is open.
    String first(String fan, String order, String recall) {
        return requireNonNull(slots(fan, order, recall).is(200).at("/open/0/slot"));
    }

    Reply book(String fan, String order, String recall, String slot) {
        return step(fan, order, recall, Map.of("step", "book", "slot", Long.parseLong(slot)));
    }

    Reply release(String fan, String order, String recall) {
        return step(fan, order, recall, Map.of("step", "release"));
    }

    Reply step(String fan, String order, String recall, Map<String, Object> step) {
        return server.post(path(order, recall)).by(fan).json(step).send();
    }

    static String path(String order, String recall) {
        return "/api/v1/orders/" + order + "/recalls/" + recall + "/slots";
    }

    /// As those see it who work there.
    Reply due() {
        return service.asStaff("recalls?place=" + service.centre);
    }

    Reply operator(String recall, String act, Map<String, Object> body) {
        return server.post("/api/v1/operator/recalls/" + recall + act)
                .byOperator()
                .json(body)
                .send();
    }

    Reply look(String recall) {
        return server.get("/api/v1/operator/recalls/" + recall)
                .byOperator()
                .send()
                .is(200);
    }

    /// So many of a part came.
    void came(String part, int quantity, String note) {
        service.parts("part,note,quantity\n" + part + "," + note + "," + quantity + "\n")
                .is(200);
    }

    /// A figure of a part at the place; null: there is no such part.
    @Nullable
    String part(String part, String figure) {
        Reply parts = service.asStaff("parts?place=" + service.centre).is(200);
        int at = parts.each("/parts", "part").indexOf(part);
        return at < 0 ? null : parts.at("/parts/" + at + "/" + figure);
    }
}
