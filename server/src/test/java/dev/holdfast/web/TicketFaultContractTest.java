package dev.holdfast.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.service.quality.FaultsNow;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What diagnoses of tickets found is counted among the faults: of each ticket the last, and once.
@ExtendWith(RunningServer.Shared.class)
class TicketFaultContractTest {
    private final RunningServer server;

    TicketFaultContractTest(RunningServer server) {
        this.server = server;
        server.forgive();
    }

    @Test
    void a_diagnosis_is_a_fault_of_its_unit_and_the_last_one_of_a_ticket_counts() {
        ServiceLaunch launch = new ServiceLaunch(server, "counted");
        String ticket = launch.diagnosed(launch.owned("owner"), "owner");
        launch.diagnosed(launch.owned("other"), "other");
        server.now(FaultsNow::count);
        assertThat(faults(launch, "brake")).isEqualTo(2);
        server.now(FaultsNow::count);
        assertThat(faults(launch, "brake")).as("counted once").isEqualTo(2);
        launch.staff(ticket, Map.of("step", "diagnosed", "component", "seat", "symptom", "creaks"))
                .is(200);
        server.now(FaultsNow::count);
        assertThat(faults(launch, "brake")).isEqualTo(1);
        assertThat(faults(launch, "seat")).isEqualTo(1);
    }

    private long faults(ServiceLaunch launch, String component) {
        return server.get(launch.slots.operatorPath("/fault-rates?component=" + component))
                .byOperator()
                .send()
                .is(200)
                .number("/all/faults");
    }
}
