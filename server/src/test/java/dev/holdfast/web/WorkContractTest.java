package dev.holdfast.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Work orders over the interface: what they cost is known before, and parts go to whoever waits for them.
@ExtendWith(RunningServer.Shared.class)
class WorkContractTest {
    private static final String TERMS = """
            term,component,months,maxKm,nameEn,nameZh
            wear,brake,12,20000,Brakes,制动
            all,,36,,Everything else,其他
            """;

    private final RunningServer server;

    WorkContractTest(RunningServer server) {
        this.server = server;
    }

    @Test
    void theWarrantyDecidesEachLineBeforeAnythingBegins() {
        ServiceLaunch launch = new ServiceLaunch(server, "cover");
        launch.warranty(TERMS).is(200);
        String order = launch.owned("owner");
        String ticket = launch.ticket(order, "owner");
        launch.work(ticket, 10, "brake").refused(409, "ticket_wrong_state");
        launch.diagnose(ticket).is(200);
        Reply covered = launch.work(ticket, 20_000, "brake").is(201);
        assertThat(covered.at("/state")).isEqualTo("PLANNED");
        assertThat(covered.at("/due/amount")).isEqualTo("0");
        assertThat(covered.each("/lines", "term")).containsExactly("wear");
        Reply far = launch.work(ticket, 20_001, "brake").is(201);
        assertThat(far.each("/lines", "reason")).containsExactly("km_over");
        assertThat(far.at("/due/amount")).isEqualTo("9900");
        assertThat(launch.work(ticket, null, "brake").is(201).each("/lines", "reason"))
                .containsExactly("km_unknown");
        assertThat(launch.work(ticket, null, "seat").is(201).each("/lines", "term"))
                .containsExactly("all");
        server.clock().forward(Duration.ofDays(370));
        assertThat(launch.work(ticket, 10, "brake").is(201).each("/lines", "reason"))
                .containsExactly("months_over");
    }

    @Test
    void nothingBeginsThatItsOwnerDidNotAgreeToPay() {
        ServiceLaunch launch = new ServiceLaunch(server, "quote");
        String order = launch.owned("owner");
        String ticket = launch.diagnosed(order, "owner");
        String offered = launch.number(launch.work(ticket, null, "brake").is(201));
        launch.workStep(offered, Map.of("step", "in_work")).refused(409, "work_order_wrong_state");
        launch.answer("stranger", offered, "accepted").refused(404, "unknown_work_order");
        assertThat(launch.answer("owner", offered, "accepted").is(200).at("/state"))
                .isEqualTo("PLANNED");
        launch.answer("owner", offered, "accepted").is(200);
        assertThat(launch.workStep(offered, Map.of("step", "in_work")).is(200).at("/state"))
                .isEqualTo("IN_WORK");
        launch.workStep(offered, Map.of("step", "done", "words", "New pads")).is(200);
        Reply seen = server.get("/api/v1/tickets/" + ticket).by("owner").send().is(200);
        assertThat(seen.at("/state")).isEqualTo("DONE");
        String other = launch.number(launch.work(launch.diagnosed(order, "owner", "again"), null, "brake"));
        assertThat(launch.answer("owner", other, "declined").is(200).at("/state"))
                .isEqualTo("DECLINED");
        launch.answer("owner", other, "accepted").refused(409, "work_order_wrong_state");
    }

    @Test
    void goodwillIsWrittenDownAndTheOwnerSeesIt() {
        ServiceLaunch launch = new ServiceLaunch(server, "goodwill");
        String order = launch.owned("owner");
        String offered = launch.number(
                launch.work(launch.diagnosed(order, "owner"), null, "brake").is(201));
        launch.workStep(offered, Map.of("step", "goodwill", "line", 1)).refused(422, "invalid_request");
        Reply free = launch.workStep(offered, Map.of("step", "goodwill", "line", 1, "words", "A week over"))
                .is(200);
        assertThat(free.at("/due/amount")).isEqualTo("0");
        assertThat(free.at("/state")).isEqualTo("PLANNED");
        Reply own = server.get("/api/v1/orders/" + order + "/work-orders")
                .by("owner")
                .send()
                .is(200);
        assertThat(own.at("/workOrders/0/lines/0/goodwill")).isEqualTo("A week over");
        assertThat(own.at("/workOrders/0/steps/1/actor")).isEqualTo(launch.clerk());
        assertThat(server.get("/api/v1/orders/" + order + "/acts")
                        .by("owner")
                        .send()
                        .each("/acts", "act"))
                .contains("work_offered", "work_goodwill");
    }

    @Test
    void whoWaitsForAPartGetsItInOrderAndNobodyBefore() {
        ServiceLaunch launch = new ServiceLaunch(server, "parts");
        launch.warranty(TERMS).is(200);
        String first = launch.needing("first", 2);
        String second = launch.needing("second", 1);
        launch.parts("part,expectedOn\npad,2027-05-01\n").is(200);
        Reply waiting = launch.asStaff("work-orders/" + first).is(200);
        assertThat(waiting.at("/missing")).isEqualTo("1");
        assertThat(waiting.at("/partsOn")).isEqualTo("2027-05-01");
        assertThat(launch.ticketOf(first, "first").at("/state")).isEqualTo("WAITING");
        launch.workStep(first, Map.of("step", "in_work")).refused(409, "parts_missing");
        Reply one = launch.parts("part,note,quantity\npad,N-1,1\n").is(200);
        assertThat(one.at("/served"))
                .as("one is not enough for who comes first")
                .isEqualTo("0");
        assertThat(launch.parts("part,note,quantity\npad,N-1,1\n").is(200).at("/received"))
                .as("the same delivery note counts once")
                .isEqualTo("0");
        assertThat(launch.parts("part,note,quantity\npad,N-2,1\n").is(200).at("/served"))
                .isEqualTo("1");
        assertThat(launch.asStaff("work-orders/" + second).at("/missing")).isEqualTo("1");
        launch.workStep(first, Map.of("step", "cancelled", "words", "Sold")).is(200);
        assertThat(launch.asStaff("work-orders/" + second).at("/missing"))
                .as("what is given back goes to whoever waits")
                .isEqualTo("0");
        launch.workStep(second, Map.of("step", "in_work")).is(200);
        Reply stock = launch.asStaff("parts?place=" + launch.centre).is(200);
        assertThat(List.of(
                        requireNonNull(stock.at("/parts/0/received")),
                        requireNonNull(stock.at("/parts/0/reserved")),
                        requireNonNull(stock.at("/parts/0/used")),
                        requireNonNull(stock.at("/parts/0/waiting"))))
                .containsExactly("2", "0", "1", "0");
    }

    @Test
    void staffSeeWorkAndPartsAtTheirOwnPlace() {
        ServiceLaunch launch = new ServiceLaunch(server, "our-work");
        ServiceLaunch other = new ServiceLaunch(server, "their-work");
        String work = launch.number(launch.work(launch.diagnosed(launch.owned("owner"), "owner"), null, "brake"));
        other.asStaff("work-orders/" + work).refused(404, "unknown_work_order");
        for (String step : List.of("goodwill", "in_work", "done", "cancelled")) {
            other.workStep(work, Map.of("step", step, "words", "w", "line", 1)).refused(404, "unknown_work_order");
        }
        other.asStaff("work-orders?place=" + launch.centre).refused(403, "not_your_place");
        other.asStaff("parts?place=" + launch.centre).refused(403, "not_your_place");
        other.partsAt(launch.centre, "part,note,quantity\npad,N-1,1\n").refused(403, "not_your_place");
        assertThat(launch.asStaff("work-orders/" + work).is(200).at("/state")).isEqualTo("OFFERED");
    }
}
