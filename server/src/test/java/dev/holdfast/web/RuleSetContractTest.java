package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// What an operator decides for the day a promise breaks: the rule set, and what the seller grants beyond it.
@ExtendWith(RunningServer.Shared.class)
class RuleSetContractTest {
    private final RunningServer server;

    RuleSetContractTest(RunningServer server) {
        this.server = server;
    }

    @Test
    void a_launch_that_names_no_rules_is_under_the_strict_ones_and_grants_nothing_beyond() {
        Opening opening = Opening.on(server);
        Reply launch = opening.look().is(200);
        assertEquals("strict", launch.at("/ruleSet"));
        assertEquals(0, launch.node("/compensation").size());
    }

    @Test
    void a_rule_set_nobody_wrote_is_refused_with_those_there_are() {
        Opening opening = Opening.on(server);
        opening.set("ruleSet", "lenient");
        Reply refused = opening.define().refused(422, "invalid_launch");
        assertEquals("ruleSet", refused.at("/errors/0/path"));
        assertTrue(refused.text().contains("strict, mainland"), refused.text());
    }

    @Test
    void a_binding_deposit_is_at_most_a_fifth_of_the_price_on_the_mainland() {
        Opening opening = Opening.on(server);
        opening.set("ruleSet", "mainland", "offers", List.of(Opening.offer("pro", 100_000, 20_000)));
        opening.define().is(200);
        opening.set("offers", List.of(Opening.offer("max", 999, 1), Opening.offer("pro", 100_000, 20_001)));
        Reply refused = opening.define().refused(422, "invalid_launch");
        assertEquals("offers[1].deposit", refused.at("/errors/0/path"));
        for (String told : List.of("pro", "100000", "20001", "20 %")) {
            assertTrue(refused.text().contains(told), refused.text());
        }
        opening.set("ruleSet", "strict");
        opening.define().is(200);
    }

    @Test
    void rules_of_compensation_are_read_back_as_they_were_written() {
        Opening opening = Opening.with(
                server,
                "compensation",
                List.of(
                        Map.of(
                                "id",
                                "by-week",
                                "when",
                                Map.of(
                                        "slipWeeks",
                                        4,
                                        "atFault",
                                        List.of("seller", "supplier"),
                                        "lockedBefore",
                                        "2026-12-01T00:00:00Z",
                                        "promisedAfter",
                                        "2026-12-31"),
                                "amount",
                                Map.of("perWeek", 20_000),
                                "cap",
                                100_000,
                                "setOff",
                                false),
                        Map.of("id", "share", "amount", Map.of("shareBasisPoints", 125))));
        Reply launch = opening.look().is(200);
        assertEquals("by-week", launch.at("/compensation/0/id"));
        assertEquals("4", launch.node("/compensation/0/when/slipWeeks").toString());
        assertEquals(
                "[\"seller\",\"supplier\"]",
                launch.node("/compensation/0/when/atFault").toString());
        assertEquals("2026-12-01T00:00:00Z", launch.at("/compensation/0/when/lockedBefore"));
        assertEquals("2026-12-31", launch.at("/compensation/0/when/promisedAfter"));
        assertEquals("20000", launch.node("/compensation/0/amount/perWeek").toString());
        assertEquals("100000", launch.node("/compensation/0/cap").toString());
        assertEquals("false", launch.node("/compensation/0/setOff").toString());
        assertEquals(
                "125", launch.node("/compensation/1/amount/shareBasisPoints").toString());
        assertEquals("true", launch.node("/compensation/1/setOff").toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            compensation[0].id| {"amount": {"fixed": 1}}
            compensation[0].id| {"id": "A b", "amount": {"fixed": 1}}
            compensation[0].amount| {"id": "a"}
            compensation[0].amount| {"id": "a", "amount": {}}
            compensation[0].amount| {"id": "a", "amount": {"fixed": 1, "perWeek": 1}}
            compensation[0].amount| {"id": "a", "amount": {"fixed": 0}}
            compensation[0].amount| {"id": "a", "amount": {"shareBasisPoints": 10001}}
            compensation[0].cap| {"id": "a", "amount": {"perWeek": 1}}
            compensation[0].cap| {"id": "a", "amount": {"fixed": 1}, "cap": 0}
            compensation[0].when.slipWeeks| {"id": "a", "when": {"slipWeeks": 0}, "amount": {"fixed": 1}}
            compensation[0].when.atFault| {"id": "a", "amount": {"fixed": 1}, "when": {"atFault": ["seller", "seller"]}}
            compensation[0].when.atFault[0]| {"id": "a", "when": {"atFault": [null]}, "amount": {"fixed": 1}}
            """)
    void a_rule_that_cannot_be_is_refused_with_its_place(String where, String rule) {
        Opening opening = Opening.on(server);
        opening.set("compensation", List.of(JsonMapper.shared().readTree(rule)));
        assertEquals(where, opening.define().is(422).at("/errors/0/path"));
    }

    @Test
    void rules_are_bounded_and_each_has_a_name_of_its_own() {
        Opening opening = Opening.on(server);
        Map<String, @Nullable Object> rule = Map.of("id", "a", "amount", Map.of("fixed", 1));
        opening.set("compensation", List.of(rule, rule));
        assertEquals(
                "compensation[1].id",
                opening.define().refused(422, "invalid_launch").at("/errors/0/path"));
        opening.set("compensation", java.util.Collections.nCopies(21, rule));
        assertEquals(
                "compensation", opening.define().refused(422, "invalid_launch").at("/errors/0/path"));
    }
}
