package dev.holdfast.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Tickets over the interface: from an owner's words to the owner's word that it is done.
@ExtendWith(RunningServer.Shared.class)
class TicketContractTest {
    private final RunningServer server;

    TicketContractTest(RunningServer server) {
        this.server = server;
    }

    @Test
    void aTicketGoesFromItsOwnersWordsToItsOwnersWord() {
        ServiceLaunch launch = new ServiceLaunch(server, "whole-way");
        String order = launch.owned("owner");
        String ticket = launch.ticket(order, "owner");
        launch.done(ticket);
        Reply end = launch.owner("owner", ticket, Map.of("step", "confirmed", "rating", 5, "words", "Thanks"))
                .is(200);
        assertThat(end.at("/state")).isEqualTo("CONFIRMED");
        assertThat(end.at("/rating")).isEqualTo("5");
        assertThat(end.each("/steps", "step")).containsExactly("open", "diagnosed", "in_work", "done", "confirmed");
        assertThat(end.each("/steps", "by")).containsExactly("owner", "staff", "staff", "staff", "owner");
        assertThat(end.at("/steps/1/actor")).isEqualTo(launch.clerk());
        launch.owner("owner", ticket, Map.of("step", "confirmed", "rating", 1)).is(200);
        assertThat(look("owner", ticket).at("/rating"))
                .as("what was said once more changes nothing")
                .isEqualTo("5");
        Reply acts = server.get("/api/v1/orders/" + order + "/acts").by("owner").send();
        assertThat(acts.each("/acts", "act")).contains("ticket_diagnose", "ticket_in_work", "ticket_done");
    }

    @Test
    void nobodyButTheOwnerSaysThatItIsDone() {
        ServiceLaunch launch = new ServiceLaunch(server, "own-word");
        String ticket = launch.ticket(launch.owned("owner"), "owner");
        launch.owner("owner", ticket, Map.of("step", "confirmed")).refused(409, "ticket_wrong_state");
        launch.diagnose(ticket).is(200);
        launch.staff(ticket, Map.of("step", "confirmed")).refused(422, "invalid_request");
        launch.owner("owner", ticket, Map.of("step", "done")).refused(422, "invalid_request");
    }

    @Test
    void whatCameBackIsOpenedAgainAndAnAnswerIsDueAnew() {
        ServiceLaunch launch = new ServiceLaunch(server, "again");
        String ticket = launch.ticket(launch.owned("owner"), "owner");
        launch.done(ticket);
        launch.owner("owner", ticket, Map.of("step", "confirmed", "rating", 5)).is(200);
        Reply again = launch.owner("owner", ticket, Map.of("step", "reopened", "words", "It rattles again"))
                .is(200);
        assertThat(again.at("/state")).isEqualTo("REOPENED");
        assertThat(again.at("/answeredAt")).isNull();
        assertThat(again.at("/rating")).isNull();
        assertThat(Instant.parse(requireNonNull(again.at("/answerDue"))))
                .isAfter(server.clock().instant());
        launch.done(ticket);
        launch.owner("owner", ticket, Map.of("step", "confirmed")).is(200);
    }

    @Test
    void aFirstAnswerThatIsLateIsShownAsOverdueAndComesFirst() {
        ServiceLaunch launch = new ServiceLaunch(server, "late");
        String order = launch.owned("owner");
        String slow = launch.ticket(order, "owner");
        launch.report(order, "owner", Map.of("subject", "safety", "words", "Brakes fail"))
                .is(201);
        assertThat(look("owner", slow).at("/overdue")).isEqualTo("false");
        assertThat(worklist(launch).each("/tickets", "subject"))
                .as("what is due in four hours stands before what is due in a day")
                .containsExactly("safety", "fault");
        server.clock().forward(Duration.ofHours(25));
        assertThat(look("owner", slow).at("/overdue")).isEqualTo("true");
        launch.staff(slow, Map.of("step", "said", "words", "We look at it")).is(200);
        assertThat(look("owner", slow).at("/overdue")).isEqualTo("false");
        assertThat(worklist(launch).each("/tickets", "overdue")).containsExactly("true", "false");
    }

    @Test
    void whatIsLateIsSeenByItsPlaceAndByTheOfficeWhereverItIs() {
        ServiceLaunch slow = new ServiceLaunch(server, "slow-place");
        ServiceLaunch slower = new ServiceLaunch(server, "slower-place");
        String order = slow.owned("waits");
        String fault = slow.ticket(order, "waits");
        String safety = requireNonNull(slow.report(order, "waits", Map.of("subject", "safety", "words", "Brakes fail"))
                .is(201)
                .at("/number"));
        String other = slower.ticket(slower.owned("waits-too"), "waits-too");
        assertThat(slow.asStaff("overdue").is(200).json().at("/tickets")).isEmpty();
        server.clock().forward(Duration.ofHours(25));
        Reply own = slow.asStaff("overdue").is(200);
        assertThat(own.each("/tickets", "number"))
                .as("what was due first stands first")
                .containsExactly(safety, fault);
        assertThat(own.each("/places", "place")).containsExactly(slow.centre);
        assertThat(own.each("/places", "tickets")).containsExactly("2");
        assertThat(own.text()).doesNotContain("\"waits\"");
        assertThat(slow.asStaff("overdue?limit=1").is(200).each("/tickets", "number"))
                .containsExactly(safety);
        assertThat(slower.asStaff("overdue").is(200).each("/tickets", "number")).containsExactly(other);
        assertThat(office("?place=" + slower.centre).each("/tickets", "number")).containsExactly(other);
        assertThat(office("").each("/places", "place")).contains(slow.centre, slower.centre);
        slow.staff(fault, Map.of("step", "said", "words", "Come at once")).is(200);
        slow.owner("waits", safety, Map.of("step", "withdrawn")).is(200);
        assertThat(slow.asStaff("overdue").is(200).json().at("/places")).isEmpty();
    }

    private Reply office(String query) {
        return server.get("/api/v1/operator/service/overdue" + query)
                .byOperator()
                .send()
                .is(200);
    }

    @Test
    void pressingTwiceOpensOneTicket() {
        ServiceLaunch launch = new ServiceLaunch(server, "twice");
        String order = launch.owned("owner");
        assertThat(launch.ticket(order, "owner")).isEqualTo(launch.ticket(order, "owner"));
        Reply own = server.get("/api/v1/orders/" + order + "/service")
                .by("owner")
                .send()
                .is(200);
        assertThat(own.json().at("/tickets")).hasSize(1);
        assertThat(own.at("/unit/serial")).isEqualTo(launch.slots.serial("owner"));
        assertThat(own.each("/workshops", "place")).containsExactly(launch.centre);
        assertThat(own.each("/subjects", "subject")).contains("safety", "fault");
    }

    @Test
    void staffSeeWhatIsAtTheirOwnPlaceAndNobodysName() {
        ServiceLaunch launch = new ServiceLaunch(server, "mine");
        ServiceLaunch other = new ServiceLaunch(server, "yours");
        String ticket = launch.ticket(launch.owned("owner-of-mine"), "owner-of-mine");
        Reply seen = launch.asStaff("tickets/" + ticket).is(200);
        assertThat(seen.text()).doesNotContain("\"owner-of-mine\"");
        other.asStaff("tickets/" + ticket).refused(404, "unknown_ticket");
        for (String step : List.of("said", "diagnosed", "waiting", "in_work", "done")) {
            Map<String, Object> words = Map.of("step", step, "words", "w", "component", "c", "symptom", "s");
            launch.staff(other.clerk(), ticket, words).refused(404, "unknown_ticket");
        }
        other.asStaff("tickets?place=" + launch.centre).refused(403, "not_your_place");
        server.get("/api/v1/tickets/" + ticket).by("stranger").send().refused(404, "unknown_ticket");
        launch.owner("stranger", ticket, Map.of("step", "said", "words", "w")).refused(404, "unknown_ticket");
        assertThat(launch.asStaff("tickets/" + ticket).json().at("/steps")).hasSize(1);
    }

    @Test
    void whoeverFollowsFindingsMissesNone() {
        ServiceLaunch launch = new ServiceLaunch(server, "found");
        String order = launch.owned("owner");
        long before = last();
        String ticket = launch.ticket(order, "owner");
        launch.diagnose(ticket).is(200);
        launch.staff(ticket, Map.of("step", "diagnosed", "component", "wheel", "symptom", "noise"))
                .is(200);
        Reply found = findings(before);
        assertThat(found.each("/findings", "component")).containsExactly("brake", "wheel");
        assertThat(found.each("/findings", "ticket")).containsOnly(ticket);
        assertThat(found.each("/findings", "lot")).containsExactly("B-7", "null");
        assertThat(findings(last()).json().at("/findings")).isEmpty();
    }

    @Test
    void anOwnerIsWrittenToInTheirLanguageWhatTheyWouldOtherwiseLookFor() {
        ServiceLaunch launch = new ServiceLaunch(server, "letters");
        Letters letters = new Letters(server);
        letters.readBy("reader-of-tickets", "zh");
        String order = launch.owned("reader-of-tickets");
        String ticket = launch.ticket(order, "reader-of-tickets");
        launch.staff(ticket, Map.of("step", "said", "words", "Bring it at nine"))
                .is(200);
        launch.diagnose(ticket).is(200);
        assertThat(letters.of("ticket_answered", "reader-of-tickets"))
                .hasSize(2)
                .last()
                .satisfies(letter -> {
                    assertThat(letter.subject()).contains("答复");
                    assertThat(letter.text())
                            .contains("Bring it at nine")
                            .contains("/orders/" + order + "/tickets/" + ticket);
                });
        launch.owner("reader-of-tickets", ticket, Map.of("step", "said", "words", "Fine"))
                .is(200);
        assertThat(letters.of("ticket_answered", "reader-of-tickets"))
                .as("nobody gets a letter of what they said themselves")
                .hasSize(2);
        launch.work(ticket, 10, "brake").is(201);
        assertThat(letters.of("ticket_asked", "reader-of-tickets"))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.text()).contains("您同意之前不会开始施工");
                });
        launch.service(30, 1).is(200);
        String slot =
                requireNonNull(launch.visit("reader-of-tickets", ticket).is(200).at("/open/0/slot"));
        launch.choose("reader-of-tickets", ticket, "hold", slot).is(200);
        launch.choose("reader-of-tickets", ticket, "confirm", null).is(200);
        assertThat(letters.of("slot_confirmed", "reader-of-tickets"))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.subject()).contains("预约");
                    assertThat(letter.text()).contains("/visits/");
                });
    }

    @Test
    void whatIsDoneInTheStoresWordIsWrittenToTheOwnerWhoHasTheLastWord() {
        ServiceLaunch launch = new ServiceLaunch(server, "done-letter");
        Letters letters = new Letters(server);
        letters.readBy("driver-of-letters", "en");
        String order = launch.owned("driver-of-letters");
        String ticket = launch.ticket(order, "driver-of-letters");
        launch.done(ticket);
        assertThat(letters.of("ticket_done", "driver-of-letters"))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.subject()).contains("Done, says the store");
                    assertThat(letter.text()).contains("New pads").contains("The last word is yours");
                });
        assertThat(letters.of("ticket_asked", "driver-of-letters"))
                .as("nothing was to be paid")
                .isEmpty();
    }

    private long last() {
        long last = 0;
        for (List<String> page = numbers(last); !page.isEmpty(); page = numbers(last)) {
            long next = Long.parseLong(page.getLast());
            assertThat(next)
                    .as("a page that does not go on would be read for ever")
                    .isGreaterThan(last);
            last = next;
        }
        return last;
    }

    private List<String> numbers(long after) {
        return findings(after).each("/findings", "number");
    }

    private Reply findings(long after) {
        return server.get("/api/v1/operator/service/findings?after=" + after)
                .byOperator()
                .send()
                .is(200);
    }

    private Reply look(String fan, String ticket) {
        return server.get("/api/v1/tickets/" + ticket).by(fan).send().is(200);
    }

    private Reply worklist(ServiceLaunch launch) {
        return launch.asStaff("tickets?place=" + launch.centre).is(200);
    }
}
