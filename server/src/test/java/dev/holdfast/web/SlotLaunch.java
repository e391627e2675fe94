package dev.holdfast.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A launch in a region of its own, so that nobody else's units wait at its centre.
final class SlotLaunch {
    final String region;
    final String centre;
    private final RunningServer server;
    private final Opening opening;

    SlotLaunch(RunningServer server, String region) {
        this.server = server;
        this.region = region;
        this.centre = "centre:" + region;
        this.opening = Opening.with(server, "regions", List.of(Opening.region(region, 0)))
                .supplied("pro,2027-01-04,9");
        server.put("/api/v1/operator/network/centres")
                .byOperator()
                .body("text/csv", """
                        region,nameEn,nameZh,city,stock,inspectionBays,handOverBays,timeZone,weekdays,opens,closes
                        %s,Bay,港湾,B,9,4,9,UTC,1234567,00:00,23:59
                        """.formatted(region))
                .send()
                .is(200);
    }

    String slug() {
        return opening.slug;
    }

    String operatorPath(String rest) {
        return opening.operatorPath(rest);
    }

    /// Somebody works at the centre.
    void staff(String member) {
        server.put("/api/v1/operator/network/staff")
                .byOperator()
                .json(Map.of("member", member, "place", centre, "works", true))
                .send()
                .is(200);
    }

    /// One thing that a tablet says.
    Map<String, Object> said(String kind, String subject, @Nullable Boolean good) {
        Map<String, Object> said = new HashMap<>();
        said.put("id", UUID.randomUUID().toString());
        said.put("kind", kind);
        said.put("at", server.clock().instant().toString());
        said.put("subject", subject);
        said.put("text", kind.equals("signature") ? "M10,10 L20,20" : "Said");
        if (good != null) {
            said.put("good", good);
        }
        return said;
    }

    String locked(String fan) {
        String order = opening.placed(fan, "pro");
        opening.act(fan, order, "lock").is(200);
        return order;
    }

    /// A locked order whose unit is ready at the centre.
    String arrived(String fan) {
        String order = locked(fan);
        Instant at = server.clock().instant();
        say(fan, "built", at.minusSeconds(120));
        server.post(opening.operatorPath("/allocation")).byOperator().send().is(200);
        say(fan, "ready", at.minusSeconds(60));
        return order;
    }

    String serial(String fan) {
        return opening.slug + "-" + fan;
    }

    void say(String fan, String state, Instant at) {
        server.post(opening.operatorPath("/units"))
                .byOperator()
                .body(
                        "text/csv",
                        "serial,configuration,state,at,region\n%s,pro,%s,%s,%s"
                                .formatted(serial(fan), state, at, region))
                .send()
                .is(200);
    }

    /// The server's own clock moves orders on too, and whoever comes second leaves it to the first. Looked up where no
    /// rate is held: nobody knows how often one has to ask.
    void awaitDelivered(String order) {
        Instant end = Instant.now().plusSeconds(60);
        while (!state(order).equals("DELIVERED") && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertThat(state(order)).isEqualTo("DELIVERED");
    }

    private String state(String order) {
        return server.database()
                .sql("select state from launch.orders where id = ?::uuid")
                .param(order)
                .query(String.class)
                .single();
    }

    /// Opens one slot of half an hour, so many hours from now.
    Reply open(int ahead, int capacity) {
        Instant from = server.clock().instant().plus(Duration.ofHours(ahead));
        return server.put("/api/v1/network/slots")
                .byOperator()
                .body(
                        "text/csv",
                        "place,bay,from,to,capacity\n%s,hand_over,%s,%s,%d"
                                .formatted(centre, from, from.plus(Duration.ofMinutes(30)), capacity))
                .send();
    }

    Reply hold(String order, String fan, String slot) {
        return server.post("/api/v1/orders/" + order + "/slots/hold")
                .by(fan)
                .json(Map.of("slot", Long.parseLong(slot)))
                .send();
    }
}
