package dev.holdfast.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Appointments for service over the interface: the counters of slots, in a line of their own.
@ExtendWith(RunningServer.Shared.class)
class VisitContractTest {
    private final RunningServer server;

    VisitContractTest(RunningServer server) {
        this.server = server;
    }

    @Test
    void anOwnerChoosesWhenTheyBringItAndComes() {
        ServiceLaunch launch = new ServiceLaunch(server, "visit");
        launch.service(30, 1).is(200);
        String ticket = launch.diagnosed(launch.owned("owner"), "owner");
        String slot = requireNonNull(launch.visit("owner", ticket).is(200).at("/open/0/slot"));
        assertThat(launch.choose("owner", ticket, "hold", slot).is(200).at("/state"))
                .isEqualTo("HELD");
        assertThat(launch.choose("owner", ticket, "confirm", null).is(200).at("/state"))
                .isEqualTo("CONFIRMED");
        String other = launch.ticket(launch.owned("other"), "other");
        launch.choose("other", other, "hold", slot).refused(409, "slot_gone");
        launch.choose("other", ticket, "release", null).refused(404, "unknown_ticket");
        launch.staff(ticket, Map.of("step", "in_work")).is(200);
        launch.visit("owner", ticket).refused(409, "ticket_wrong_state");
        assertThat(state(ticket)).isEqualTo("DONE");
    }

    @Test
    void whoComesForServiceTakesNothingFromThoseWhoWaitForAHandOver() {
        ServiceLaunch launch = new ServiceLaunch(server, "apart");
        launch.slots.open(30, 1).is(200);
        String ticket = launch.ticket(launch.owned("owner"), "owner");
        assertThat(launch.visit("owner", ticket).is(200).json().at("/open")).isEmpty();
        String order = launch.slots.arrived("fresh");
        launch.service(31, 1).is(200);
        Reply choice = server.get("/api/v1/orders/" + order + "/slots")
                .by("fresh")
                .send()
                .is(200);
        assertThat(choice.each("/open", "bay")).containsExactly("hand_over");
        assertThat(choice.at("/turn")).isEqualTo("true");
        assertThat(launch.visit("owner", ticket).is(200).each("/open", "bay")).containsExactly("service");
    }

    @Test
    void aTicketThatIsWithdrawnFreesItsSlotAndAMissingPartFreesNone() {
        ServiceLaunch launch = new ServiceLaunch(server, "freed");
        launch.service(30, 1).is(200);
        launch.warranty("term,months,nameEn,nameZh\nall,36,All,全部\n").is(200);
        String order = launch.owned("owner");
        String ticket = launch.diagnosed(order, "owner");
        String slot = requireNonNull(launch.visit("owner", ticket).is(200).at("/open/0/slot"));
        launch.choose("owner", ticket, "hold", slot).is(200);
        launch.choose("owner", ticket, "confirm", null).is(200);
        launch.work(ticket, launch.pads(1)).is(201);
        assertThat(launch.visit("owner", ticket).is(200).at("/state")).isEqualTo("CONFIRMED");
        launch.owner("owner", ticket, Map.of("step", "withdrawn")).is(200);
        assertThat(state(ticket)).isEqualTo("GONE");
        String again = launch.ticket(order, "owner");
        assertThat(launch.visit("owner", again).is(200).at("/open/0/slot")).isEqualTo(slot);
    }

    /// How its appointment stands, where nobody may choose any more.
    private String state(String ticket) {
        return server.database()
                .sql("select a.state from delivery.appointment a"
                        + " join service.ticket t on t.visit = a.order_id where t.number = ?")
                .param(Long.parseLong(ticket))
                .query((row, index) -> row.getString(1))
                .single();
    }
}
