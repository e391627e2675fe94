package dev.holdfast.launch;

import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.CompensationRule.By;
import dev.holdfast.launch.consent.CompensationBook;
import dev.holdfast.launch.consent.RuleSet;
import dev.holdfast.launch.consent.RuleSets;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// What the rules of a launch for the day its promises break must keep to.
final class CompensationCheck {
    static final int MAX_RULES = 20;
    /// As far ahead as a supply reaches.
    static final int MAX_SLIP_WEEKS = 520;
    private static final int WHOLE = 10_000;

    private final LaunchDefinition definition;
    private final Consumer<Fault> faults;

    private CompensationCheck(LaunchDefinition definition, Consumer<Fault> faults) {
        this.definition = definition;
        this.faults = faults;
    }

    static void check(LaunchDefinition definition, Consumer<Fault> faults) {
        CompensationCheck check = new CompensationCheck(definition, faults);
        RuleSets.find(definition.ruleSet()).ifPresentOrElse(check::deposits, check::unknownRuleSet);
        check.compensation(definition.compensation());
    }

    private void unknownRuleSet() {
        List<String> known = RuleSets.all().stream().map(RuleSet::id).toList();
        fault("ruleSet", definition.ruleSet(), "must be one of " + String.join(", ", known));
    }

    /// A deposit beyond the rule's share of the price would bind nobody.
    private void deposits(RuleSet rules) {
        for (int i = 0; i < definition.offers().size(); i++) {
            LaunchDefinition.Offer offer = definition.offers().get(i);
            boolean beyond = BigInteger.valueOf(offer.deposit())
                            .multiply(BigInteger.valueOf(WHOLE))
                            .compareTo(BigInteger.valueOf(offer.price())
                                    .multiply(BigInteger.valueOf(rules.maxDepositBasisPoints())))
                    > 0;
            // Beyond the whole price it is a fault under any rules, and told there.
            if (beyond && offer.deposit() <= offer.price()) {
                fault(
                        "offers[" + i + "].deposit",
                        offer.deposit(),
                        "of offer '" + offer.id() + "' is more than " + percent(rules) + " % of its price, "
                                + offer.price() + ", which the rule set '" + rules.id() + "' allows");
            }
        }
    }

    private void compensation(List<CompensationRule> rules) {
        if (rules.size() > MAX_RULES) {
            fault("compensation", rules.size(), "must be at most " + MAX_RULES + " rules");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            CompensationRule rule = rules.get(i);
            String at = "compensation[" + i + "]";
            if (!DefinitionCheck.ID.matcher(rule.id()).matches()) {
                fault(at + ".id", rule.id(), "must be 1 to 64 of a-z, 0-9, '.', '_' and '-'");
            } else if (rule.id().equals(CompensationBook.DEPOSIT_DOUBLED)) {
                fault(at + ".id", rule.id(), "is what a binding deposit's second half is called");
            } else if (!seen.add(rule.id())) {
                fault(at + ".id", rule.id(), "is given twice");
            }
            conditions(at + ".when", rule);
            amount(at, rule);
        }
    }

    private void conditions(String at, CompensationRule rule) {
        if (rule.slipWeeks() != null) {
            within(at + ".slipWeeks", rule.slipWeeks(), 1, MAX_SLIP_WEEKS);
        }
        if (rule.atFault().size() != Set.copyOf(rule.atFault()).size()) {
            fault(at + ".atFault", rule.atFault(), "names one of them twice");
        }
    }

    private void amount(String at, CompensationRule rule) {
        boolean share = rule.amount().by() == By.SHARE;
        within(at + ".amount", rule.amount().value(), 1, share ? WHOLE : DefinitionCheck.MAX_PRICE);
        if (rule.cap() != null) {
            within(at + ".cap", rule.cap(), 1, DefinitionCheck.MAX_PRICE);
        } else if (rule.amount().by() == By.WEEK) {
            fault(at + ".cap", "null", "is required where an amount grows by the week");
        }
    }

    private static String percent(RuleSet rules) {
        int whole = rules.maxDepositBasisPoints() / 100;
        int rest = rules.maxDepositBasisPoints() % 100;
        return rest == 0 ? String.valueOf(whole) : whole + "." + rest;
    }

    private void within(String where, long value, long min, long max) {
        if (value < min || value > max) {
            fault(where, value, "must be from " + min + " to " + max);
        }
    }

    private void fault(String where, Object value, String reason) {
        String text = value.toString();
        faults.accept(new Fault(where, text.length() > 200 ? text.substring(0, 200) : text, reason));
    }
}
