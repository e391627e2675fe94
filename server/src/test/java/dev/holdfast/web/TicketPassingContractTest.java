package dev.holdfast.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A ticket goes from one place to another: who sees it then, what its owner is told, and what stands in
/// its way.
@ExtendWith(RunningServer.Shared.class)
class TicketPassingContractTest {
    private final RunningServer server;

    TicketPassingContractTest(RunningServer server) {
        this.server = server;
    }

    @Test
    void thoseAtTheOtherPlaceSeeItThenAndItsOwnerReadsWhereAndWhy() {
        ServiceLaunch near = new ServiceLaunch(server, "near");
        ServiceLaunch far = new ServiceLaunch(server, "far");
        Letters letters = new Letters(server);
        letters.readBy("is-passed", "zh");
        String order = near.owned("is-passed");
        String ticket = near.ticket(order, "is-passed");
        Reply passed = pass(near, ticket, far.centre, "They have the lift").is(200);
        assertThat(passed.at("/place")).isEqualTo(far.centre);
        assertThat(passed.at("/answeredAt")).as("to pass it on is no answer").isNull();
        near.asStaff("tickets/" + ticket).refused(404, "unknown_ticket");
        pass(near, ticket, near.centre, "Back to us").refused(404, "unknown_ticket");
        far.asStaff("tickets/" + ticket).is(200);
        assertThat(far.asStaff("tickets?place=" + far.centre).is(200).each("/tickets", "number"))
                .containsExactly(ticket);
        Reply seen =
                server.get("/api/v1/tickets/" + ticket).by("is-passed").send().is(200);
        assertThat(seen.at("/steps/1/step")).isEqualTo("passed");
        assertThat(seen.at("/steps/1/place")).isEqualTo(far.centre);
        assertThat(seen.at("/steps/1/words")).isEqualTo("They have the lift");
        Reply acts =
                server.get("/api/v1/orders/" + order + "/acts").by("is-passed").send();
        assertThat(acts.each("/acts", "act")).contains("ticket_passed");
        assertThat(letters.of("ticket_passed", "is-passed")).singleElement().satisfies(letter -> {
            assertThat(letter.text()).contains("已转至港湾").contains("They have the lift");
        });
    }

    @Test
    void whatItsOwnerHadBookedIsFreeAndTheyChooseAnewThere() {
        ServiceLaunch near = new ServiceLaunch(server, "near-booked");
        ServiceLaunch far = new ServiceLaunch(server, "far-booked");
        near.service(30, 1).is(200);
        far.service(31, 1).is(200);
        String ticket = near.ticket(near.owned("had-a-time"), "had-a-time");
        String slot = requireNonNull(near.visit("had-a-time", ticket).is(200).at("/open/0/slot"));
        near.choose("had-a-time", ticket, "hold", slot).is(200);
        near.choose("had-a-time", ticket, "confirm", null).is(200);
        String next = near.ticket(near.owned("next-in-line"), "next-in-line");
        assertThat(near.visit("next-in-line", next).is(200).json().at("/open")).isEmpty();
        pass(near, ticket, far.centre, "No bay is free").is(200);
        assertThat(near.visit("next-in-line", next).is(200).at("/open/0/slot")).isEqualTo(slot);
        Reply anew = near.visit("had-a-time", ticket).is(200);
        assertThat(anew.at("/state")).isEqualTo("WAITING");
        assertThat(anew.each("/open", "place")).containsExactly(far.centre);
    }

    @Test
    void whatIsPlannedOrBegunStaysWhereItsPartsAre() {
        ServiceLaunch near = new ServiceLaunch(server, "near-planned");
        ServiceLaunch far = new ServiceLaunch(server, "far-planned");
        String ticket = near.diagnosed(near.owned("is-planned"), "is-planned");
        String work = near.number(near.work(ticket, 10, "brake").is(201));
        pass(near, ticket, far.centre, "Why not").refused(409, "work_planned");
        near.workStep(work, Map.of("step", "cancelled")).is(200);
        pass(near, ticket, "nowhere", "Why not").refused(422, "invalid_request");
        pass(near, ticket, near.centre, "Why not").refused(422, "invalid_request");
        pass(near, ticket, far.centre, " ").refused(422, "invalid_request");
        far.staff(ticket, Map.of("step", "passed", "to", far.centre, "words", "Ours"))
                .refused(404, "unknown_ticket");
        near.staff(ticket, Map.of("step", "in_work")).is(200);
        pass(near, ticket, far.centre, "Why not").refused(409, "ticket_wrong_state");
    }

    private static Reply pass(ServiceLaunch from, String ticket, String to, String why) {
        return from.staff(ticket, Map.of("step", "passed", "to", to, "words", why));
    }
}
