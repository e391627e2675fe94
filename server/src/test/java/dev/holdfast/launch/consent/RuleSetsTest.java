package dev.holdfast.launch.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// The rule sets that are delivered are whole, and a file that is not stops the server.
class RuleSetsTest {
    private static final RuleSet STRICT = RuleSets.of("strict");

    @Test
    void a_rule_set_is_found_by_its_name_and_one_that_is_not_there_is_not() {
        assertEquals(
                List.of("strict", "mainland"),
                RuleSets.all().stream().map(RuleSet::id).toList());
        assertEquals(2_000, RuleSets.of("mainland").maxDepositBasisPoints());
        assertThrows(IllegalStateException.class, () -> RuleSets.of("lenient"));
    }

    @Test
    void a_whole_file_is_read() {
        assertEquals(STRICT, read(text()));
    }

    @ParameterizedTest
    @CsvSource({
        "\"silenceMaxDays\":30, \"silenceMaxDays\":-1",
        "\"silenceMaxDays\":30, \"silenceMaximumDays\":30",
        "\"answerDays\":30, \"answerDays\":3",
        "\"answerMinDays\":7, \"answerMinDays\":0",
        "\"maxDepositBasisPoints\":10000, \"maxDepositBasisPoints\":10001",
        "\"bindingPayback\":1, \"bindingPayback\":3",
        "\"lockByTime\":true, \"lockByTime\":null"
    })
    void a_rule_that_is_misspelt_missing_or_out_of_bounds_is_refused(String right, String wrong) {
        assertThrows(RuntimeException.class, () -> read(text().replace(right, wrong)));
    }

    private static String text() {
        return JsonMapper.shared().writeValueAsString(STRICT);
    }

    private static RuleSet read(String json) {
        return RuleSets.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
