package dev.holdfast.launch;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.consent.Compensation;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a plan costs under the launch's rules of compensation, before it is published.
///
/// @param rules every rule of the launch in its order, those that nothing falls due by too
public record Liability(List<Rule> rules, Money total) {

    /// @param orders how many orders get something, or something more, by this rule
    public record Rule(String rule, long orders, Money amount) {
        /// The same rule for more orders.
        public Rule plus(Rule more) {
            long sum = Math.addExact(amount.amount(), more.amount().amount());
            return new Rule(rule, orders + more.orders(), new Money(sum, amount.currency()));
        }
    }

    /// Adds up, by rule, amounts that are due; what is no rule of the launch is left out.
    ///
    /// @param due each with how many orders it is for
    public static Liability of(LaunchDefinition definition, Map<String, Rule> due) {
        List<Rule> rules = definition.compensation().stream()
                .map(rule -> due.getOrDefault(rule.id(), new Rule(rule.id(), 0, new Money(0, definition.currency()))))
                .toList();
        long total = rules.stream().mapToLong(rule -> rule.amount().amount()).reduce(0, Math::addExact);
        return new Liability(rules, new Money(total, definition.currency()));
    }

    /// Adds up what each order would be granted: the same rules as on publishing, and nothing written.
    public static Liability of(LaunchDefinition definition, AtFault atFault, Iterator<BrokenPromise> broken) {
        Map<String, long[]> sums = new LinkedHashMap<>();
        definition.compensation().forEach(rule -> sums.put(rule.id(), new long[2]));
        while (broken.hasNext() && !sums.isEmpty()) {
            for (Compensation.Due due : Compensation.due(definition.compensation(), atFault, broken.next())) {
                long[] sum = sums.computeIfAbsent(due.rule().id(), id -> new long[2]);
                sum[0]++;
                sum[1] = Math.addExact(sum[1], due.amount());
            }
        }
        Map<String, Rule> rules = new HashMap<>();
        sums.forEach((rule, sum) -> rules.put(rule, new Rule(rule, sum[0], new Money(sum[1], definition.currency()))));
        return of(definition, rules);
    }
}
