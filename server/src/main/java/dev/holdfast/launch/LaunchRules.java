package dev.holdfast.launch;

import dev.holdfast.launch.consent.RuleSet;
import dev.holdfast.launch.consent.RuleSets;
import java.util.Map;

/// What a fan has to know of a launch's rule set before ordering.
///
/// @param name by language
/// @param silenceMaxDays a first slip of up to so many days is agreed to by silence
/// @param bindingPayback how many times a binding deposit is paid back when the seller fails
/// @param lockByTime whether an order may lock by itself when its terms were accepted
public record LaunchRules(Map<String, String> name, int silenceMaxDays, int bindingPayback, boolean lockByTime) {
    public LaunchRules {
        name = Map.copyOf(name);
    }

    public static LaunchRules of(LaunchDefinition definition) {
        RuleSet set = RuleSets.of(definition.ruleSet());
        return new LaunchRules(set.name(), set.silenceMaxDays(), set.bindingPayback(), set.lockByTime());
    }
}
