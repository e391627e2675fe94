package dev.holdfast.web.page;

import dev.holdfast.launch.Campaign;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import dev.holdfast.launch.LaunchRules;
import java.util.ArrayList;
import java.util.List;

/// The rules of a launch in plain words, to be read before the button is pressed.
final class Rules {
    /// @param title what a reader looks for
    record Rule(String title, String text) {}

    private final Words words;
    private final List<Rule> rules = new ArrayList<>();

    private Rules(Words words) {
        this.words = words;
    }

    static List<Rule> of(LaunchDefinition launch, Words words) {
        var rules = new Rules(words);
        if (launch.entry().screening() != null) {
            rules.add("screened", words.say("rule.screened"));
        }
        if (launch.campaign() != null) {
            rules.pledges(launch, launch.campaign());
            return List.copyOf(rules.rules);
        }
        var set = LaunchRules.of(launch);
        boolean itself = launch.termsVersion() != null && set.lockByTime();
        rules.add("deposit", words.say("rule.deposit", words.span(launch.payWithin())));
        rules.add("refundable", words.say("rule.refundable"));
        rules.add("lock", words.say(itself ? "rule.lock.itself" : "rule.lock.asks", words.span(launch.lockAfter())));
        rules.add(
                "window", words.say("rule.window") + " " + words.say("rule.slip", words.number(set.silenceMaxDays())));
        rules.add("set", words.name(set.name()) + words.say("sentence.end") + payback(set, words));
        rules.add("change", words.say(launch.changeKeepsPosition() ? "rule.change.keeps" : "rule.change.moves"));
        if (launch.beyondSupply() == BeyondSupply.WAITLIST) {
            rules.add("waitlist", words.say("rule.waitlist"));
        }
        rules.add("limit", words.count("rule.limit", launch.limitPerMember()));
        return List.copyOf(rules.rules);
    }

    /// A pledge is no deposit: what it costs, and when, is another matter.
    private void pledges(LaunchDefinition launch, Campaign campaign) {
        add("pledge", words.say("rule.pledge", words.span(launch.payWithin())));
        add("charged", words.say("rule.charged." + campaign.funding()));
        add("withdraw", words.say("rule.withdraw"));
        add("mend", words.say("rule.mend", words.span(campaign.mendWithin())));
        if (launch.beyondSupply() == BeyondSupply.WAITLIST) {
            add("undated", words.say("rule.undated"));
        }
        add("limit", words.count("rule.limit.pledges", launch.limitPerMember()));
    }

    private static String payback(LaunchRules set, Words words) {
        return words.say(set.bindingPayback() > 1 ? "rule.payback.double" : "rule.payback.whole");
    }

    private void add(String title, String text) {
        rules.add(new Rule(words.say("rule." + title + ".title"), text));
    }
}
