package dev.holdfast.web;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A launch whose units were handed over in a region of its own, where the centre services them.
final class ServiceLaunch {
    final SlotLaunch slots;
    final String centre;
    private final RunningServer server;
    private final String clerk;

    ServiceLaunch(RunningServer server, String region) {
        this.server = server;
        this.slots = new SlotLaunch(server, region);
        this.centre = slots.centre;
        this.clerk = "clerk-" + region;
        server.put("/api/v1/operator/network/centres")
                .byOperator()
                .body("text/csv", """
                        region,nameEn,nameZh,city,stock,inspectionBays,handOverBays,timeZone,weekdays,opens,closes,\
                        afterSales
                        %s,Bay,港湾,B,9,4,9,UTC,1234567,00:00,23:59,true
                        """.formatted(region))
                .send()
                .is(200);
        slots.staff(clerk);
    }

    /// An order whose unit was handed over.
    String owned(String fan) {
        String order = slots.arrived(fan);
        slots.say(fan, "delivered", server.clock().instant());
        return order;
    }

    Reply report(String order, String fan, Map<String, Object> report) {
        return server.post("/api/v1/orders/" + order + "/tickets")
                .by(fan)
                .json(report)
                .send();
    }

    /// @return the number of a new ticket about something that does not work
    String ticket(String order, String fan) {
        return requireNonNull(report(order, fan, Map.of("subject", "fault", "words", "It rattles"))
                .is(201)
                .at("/number"));
    }

    Reply owner(String fan, String ticket, Map<String, Object> step) {
        return server.post("/api/v1/tickets/" + ticket + "/steps")
                .by(fan)
                .json(step)
                .send();
    }

    Reply staff(String ticket, Map<String, Object> step) {
        return staff(clerk, ticket, step);
    }

    Reply staff(String member, String ticket, Map<String, Object> step) {
        return server.post("/api/v1/store/tickets/" + ticket + "/steps")
                .by(member, "store")
                .json(step)
                .send();
    }

    Reply diagnose(String ticket) {
        return staff(
                ticket,
                Map.of("step", "diagnosed", "component", "brake", "symptom", "noise", "lot", "B-7", "words", "Worn"));
    }

    /// Through work to the store's word that it is done.
    void done(String ticket) {
        diagnose(ticket).is(200);
        staff(ticket, Map.of("step", "in_work")).is(200);
        staff(ticket, Map.of("step", "done", "words", "New pads")).is(200);
    }

    Reply asStaff(String path) {
        return server.get("/api/v1/store/" + path).by(clerk, "store").send();
    }

    String clerk() {
        return clerk;
    }

    Reply warranty(String terms) {
        return server.put(slots.operatorPath("/warranty"))
                .byOperator()
                .body("text/csv", terms)
                .send();
    }

    /// A ticket in which somebody said what it is.
    String diagnosed(String order, String fan) {
        return diagnosed(order, fan, "It rattles");
    }

    String diagnosed(String order, String fan, String words) {
        String ticket = requireNonNull(report(order, fan, Map.of("subject", "fault", "words", words))
                .is(201)
                .at("/number"));
        diagnose(ticket).is(200);
        return ticket;
    }

    /// A work order of one line without a part, which would cost 99.00.
    Reply work(String ticket, @Nullable Integer km, String component) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("km", km);
        wish.put("lines", List.of(Map.of("component", component, "minutes", 30, "amount", 9_900)));
        return work(ticket, wish);
    }

    Reply work(String ticket, Map<String, Object> wish) {
        return server.post("/api/v1/store/tickets/" + ticket + "/work-orders")
                .by(clerk, "store")
                .json(wish)
                .send();
    }

    String number(Reply made) {
        return requireNonNull(made.at("/number"));
    }

    /// A work order for a new owner that needs so many pads and costs nothing.
    String needing(String fan, int pads) {
        String ticket = diagnosed(owned(fan), fan);
        return number(work(ticket, pads(pads)).is(201));
    }

    Reply ticketOf(String work, String fan) {
        String ticket = requireNonNull(asStaff("work-orders/" + work).is(200).at("/ticket"));
        return server.get("/api/v1/tickets/" + ticket).by(fan).send().is(200);
    }

    Reply workStep(String work, Map<String, Object> step) {
        return server.post("/api/v1/store/work-orders/" + work + "/steps")
                .by(clerk, "store")
                .json(step)
                .send();
    }

    Reply answer(String fan, String work, String step) {
        return server.post("/api/v1/work-orders/" + work + "/steps")
                .by(fan)
                .json(Map.of("step", step))
                .send();
    }

    Reply parts(String rows) {
        return partsAt(centre, rows);
    }

    Reply partsAt(String place, String rows) {
        return server.post("/api/v1/store/parts?place=" + place)
                .by(clerk, "store")
                .body("text/csv", rows)
                .send();
    }

    /// Work that needs so many pads.
    Map<String, Object> pads(int pads) {
        return Map.of("lines", List.of(Map.of("component", "seat", "part", "pad", "quantity", pads)));
    }

    /// Opens one time for service of half an hour, so many hours from now.
    Reply service(int ahead, int capacity) {
        Instant from = server.clock().instant().plus(Duration.ofHours(ahead));
        return server.put("/api/v1/network/slots")
                .byOperator()
                .body(
                        "text/csv",
                        "place,bay,from,to,capacity\n%s,service,%s,%s,%d"
                                .formatted(centre, from, from.plus(Duration.ofMinutes(30)), capacity))
                .send();
    }

    Reply visit(String fan, String ticket) {
        return server.get("/api/v1/tickets/" + ticket + "/slots").by(fan).send();
    }

    Reply choose(String fan, String ticket, String step, @Nullable String slot) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("step", step);
        wish.put("slot", slot == null ? null : Long.parseLong(slot));
        return server.post("/api/v1/tickets/" + ticket + "/slots")
                .by(fan)
                .json(wish)
                .send();
    }
}
