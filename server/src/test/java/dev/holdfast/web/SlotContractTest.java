package dev.holdfast.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Slots over the interface: what an owner sees and chooses, and what the centre sees of it.
@ExtendWith(RunningServer.Shared.class)
class SlotContractTest {
    private final RunningServer server;

    SlotContractTest(RunningServer server) {
        this.server = server;
    }

    @Test
    void anOwnerChoosesATimeAndTheCentreSeesWhoComes() {
        SlotLaunch launch = new SlotLaunch(server, "quay");
        String order = launch.arrived("owner");
        launch.open(30, 2).is(200);
        Reply choice = server.get("/api/v1/orders/" + order + "/slots")
                .by("owner")
                .send()
                .is(200);
        assertThat(choice.at("/state")).isEqualTo("WAITING");
        assertThat(choice.at("/turn")).isEqualTo("true");
        assertThat(choice.at("/open/0/free")).isEqualTo("2");
        String slot = requireNonNull(choice.at("/open/0/slot"));
        Reply held = launch.hold(order, "owner", slot).is(200);
        assertThat(held.at("/state")).isEqualTo("HELD");
        assertThat(held.at("/slot/slot")).isEqualTo(slot);
        assertThat(server.post("/api/v1/orders/" + order + "/slots/confirm")
                        .by("owner")
                        .send()
                        .is(200)
                        .at("/state"))
                .isEqualTo("CONFIRMED");
        String day = requireNonNull(held.at("/slot/from")).substring(0, 10);
        server.put("/api/v1/operator/network/staff")
                .byOperator()
                .json(Map.of("member", "porter-quay", "place", launch.centre, "works", true))
                .send()
                .is(200);
        Reply seen = server.get("/api/v1/network/slots?place=" + launch.centre + "&day=" + day)
                .by("porter-quay", "store")
                .send()
                .is(200);
        assertThat(seen.each("/booked", "order")).containsExactly(order);
        assertThat(seen.each("/booked", "serial")).containsExactly(launch.serial("owner"));
        assertThat(seen.each("/slots", "taken")).containsExactly("1");
        assertThat(seen.text()).doesNotContain("\"member\"");
        server.get("/api/v1/orders/" + order + "/slots").by("stranger").send().refused(404, "unknown_order");
        launch.hold(order, "stranger", slot).refused(404, "unknown_order");
    }
}
