package dev.holdfast.launch.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.launch.CompensationRule;
import dev.holdfast.launch.CompensationRule.Amount;
import dev.holdfast.launch.CompensationRule.By;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.Showroom;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A definition comes back from its row as it went in, and one from before a part existed has that part's default.
class DefinitionJsonTest {
    private static final LaunchDefinition PLAIN = Showroom.SMALL.definition();

    @Test
    void a_definition_comes_back_as_it_went_in() {
        CompensationRule rule =
                new CompensationRule("late", 4, List.of(), null, null, new Amount(By.WEEK, 20_000), 100_000L, false);
        LaunchDefinition ruled = PLAIN.under("mainland", List.of(rule));
        assertEquals(ruled, DefinitionJson.read(DefinitionJson.write(ruled)));
    }

    @Test
    void a_definition_from_before_there_were_optional_parts_has_their_defaults() {
        ObjectNode row = (ObjectNode) JsonMapper.shared().readTree(DefinitionJson.write(PLAIN));
        row.remove(List.of("ruleSet", "compensation", "mode", "entry"));
        assertEquals(PLAIN, DefinitionJson.read(row.toString()));
    }
}
