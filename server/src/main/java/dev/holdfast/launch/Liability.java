package dev.holdfast.launch;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.consent.Compensation;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a plan costs under the launch's rules of compensation, before it is published.
///
/// @param rules every rule of the launch in its order, those that nothing falls due by too
public record Liability(List<Rule> rules, Money total) {

    /// @param orders how many orders get something, or something more, by this rule
    public record Rule(String rule, long orders, Money amount) {}

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
        String currency = definition.currency();
        List<Rule> rules = sums.entrySet().stream()
                .map(sum -> new Rule(sum.getKey(), sum.getValue()[0], new Money(sum.getValue()[1], currency)))
                .toList();
        long total = rules.stream().mapToLong(rule -> rule.amount().amount()).reduce(0, Math::addExact);
        return new Liability(rules, new Money(total, currency));
    }
}
