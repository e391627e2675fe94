package dev.holdfast.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Units over the interface: from the plant's file to what a fan sees of theirs.
@ExtendWith(RunningServer.Shared.class)
class DeliveryContractTest {
    private final RunningServer server;
    private final Opening opening;

    DeliveryContractTest(RunningServer server) {
        this.server = server;
        this.opening = Opening.on(server).supplied("pro,2027-01-04,9");
    }

    @Test
    void aFanSeesTheirUnitAndHowManyAreInFrontWhileTheyWait() {
        String first = locked("first");
        String second = locked("second");
        tell("A,pro,built," + at(300) + ",,").is(200);
        Reply allocated = server.post(opening.operatorPath("/allocation"))
                .byOperator()
                .send()
                .is(200);
        assertThat(allocated.at("/standings/0/waiting")).isEqualTo("1");
        Reply own = unit(first, "first").is(200);
        assertThat(own.at("/unit/serial")).isEqualTo(opening.slug + "-A");
        assertThat(own.at("/state")).isEqualTo("BUILT");
        assertThat(own.text()).doesNotContain("lots").doesNotContain("operator");
        Reply waits = unit(second, "second").is(200);
        assertThat(waits.at("/standing/firstWaiting")).isEqualTo(waits.at("/entered"));
        assertThat(waits.at("/standing/lastHeld")).isEqualTo(own.at("/entered"));
        unit(first, "second").refused(404, "unknown_order");
        Reply history = server.get("/api/v1/operator/units/" + opening.slug + "-A")
                .byOperator()
                .send();
        assertThat(history.at("/order")).isEqualTo(first);
        assertThat(history.each("/givings", "cause")).containsExactly("from_anywhere");
    }

    @Test
    void aBadRowIsNamedAndNothingIsTaken() {
        Reply refused = tell("A,pro,built," + at(300) + ",,", "B,pro,painted," + at(300) + ",,")
                .refused(422, "invalid_units");
        assertThat(refused.each("/errors", "line")).containsExactly("3");
        assertThat(refused.each("/errors", "column")).containsExactly("state");
        assertThat(server.get(opening.operatorPath("/units"))
                        .byOperator()
                        .send()
                        .each("/units", "serial"))
                .isEmpty();
    }

    @Test
    void plannersSeeUnitsAndNotWhoHasThem() {
        tell("A,pro,built," + at(300) + ",,lot-" + opening.slug).is(200);
        server.get(opening.operatorPath("/units"))
                .by("planner", "planner")
                .send()
                .is(200);
        server.get("/api/v1/operator/lots?lot=lot-" + opening.slug)
                .by("planner", "planner")
                .send()
                .refused(403, "wrong_role");
    }

    @Test
    void aDayThatCannotBeIsNoWishToWait() {
        String order = locked("later");
        for (String until : new String[] {"soon", "2020-01-01", "2099-01-01"}) {
            server.post("/api/v1/orders/" + order + "/postpone")
                    .by("later")
                    .json(Map.of("until", until))
                    .send()
                    .refused(422, "invalid_request");
        }
    }

    private String locked(String fan) {
        String order = opening.placed(fan, "pro");
        opening.act(fan, order, "lock").is(200);
        return order;
    }

    private Reply unit(String order, String fan) {
        return server.get("/api/v1/orders/" + order + "/unit").by(fan).send();
    }

    /// Serial numbers of this opening's own.
    private Reply tell(String... rows) {
        StringBuilder csv = new StringBuilder("serial,configuration,state,at,region,lots\n");
        for (String row : rows) {
            csv.append(opening.slug).append('-').append(row).append('\n');
        }
        return server.post(opening.operatorPath("/units"))
                .byOperator()
                .body("text/csv", csv.toString())
                .send();
    }

    private String at(int secondsAgo) {
        return server.clock().instant().minusSeconds(secondsAgo).toString();
    }
}
