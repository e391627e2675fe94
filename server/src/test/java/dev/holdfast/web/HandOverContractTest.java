package dev.holdfast.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A hand-over over the interface: what a tablet says again and again, and what its owner sees of it.
@ExtendWith(RunningServer.Shared.class)
class HandOverContractTest {
    private final RunningServer server;

    HandOverContractTest(RunningServer server) {
        this.server = server;
    }

    @Test
    void whatATabletSaysTwiceIsKnownAndTheOrderIsDeliveredOnce() {
        SlotLaunch launch = new SlotLaunch(server, "ramp");
        launch.staff("ramp-porter");
        String order = launch.arrived("rider");
        List<Map<String, Object>> said = new ArrayList<>();
        for (String point : List.of("identity", "serial", "outside", "inside", "accessories")) {
            said.add(launch.said("point", point, true));
        }
        said.add(launch.said("signature", "owner", null));
        tell(launch, order, said).is(200);
        said.add(launch.said("done", "", null));
        Reply told = tell(launch, order, said).is(200);
        assertThat(told.at("/delivered")).isEqualTo("true");
        assertThat(told.each("/said", "outcome"))
                .containsExactly("known", "known", "known", "known", "known", "known", "taken");
        Reply own = server.get("/api/v1/orders/" + order + "/handover")
                .by("rider")
                .send()
                .is(200);
        assertThat(own.at("/warrantyFrom"))
                .isEqualTo(server.clock().instant().toString().substring(0, 10));
        assertThat(own.each("/answers", "actor")).containsOnly("ramp-porter");
        launch.awaitDelivered(order);
        server.get("/api/v1/orders/" + order + "/handover")
                .by("stranger")
                .send()
                .refused(404, "unknown_order");
    }

    private Reply tell(SlotLaunch launch, String order, List<Map<String, Object>> said) {
        return server.post("/api/v1/store/handovers/" + order)
                .by("ramp-porter", "store")
                .json(Map.of("place", launch.centre, "serial", launch.serial("rider"), "said", said))
                .send();
    }
}
