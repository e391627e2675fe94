package dev.holdfast.launch.consent;

import dev.holdfast.kernel.Check;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The rule sets there are: one file each, read and judged once, when the server starts.
public final class RuleSets {
    /// What holds for a launch that names none.
    public static final String DEFAULT = "strict";

    private static final List<RuleSet> ALL = List.of(load("strict"), load("mainland"));

    private RuleSets() {}

    public static List<RuleSet> all() {
        return ALL;
    }

    public static Optional<RuleSet> find(String id) {
        return ALL.stream().filter(rules -> rules.id().equals(id)).findFirst();
    }

    /// The rule set of a launch, which was checked when the launch was defined.
    public static RuleSet of(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("There is no rule set '" + id + "'."));
    }

    private static RuleSet load(String id) {
        try (InputStream file = RuleSets.class.getResourceAsStream(id + ".json")) {
            Check.that(file != null, "There is no file %s.json beside RuleSets.", id);
            RuleSet rules = read(file.readAllBytes());
            Check.that(rules.id().equals(id), "%s.json holds the rule set '%s'.", id, rules.id());
            return rules;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Strictly: a misspelt or missing rule must stop the server, not be taken as 0.
    static RuleSet read(byte[] json) {
        return JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build()
                .readValue(json, RuleSet.class);
    }
}
