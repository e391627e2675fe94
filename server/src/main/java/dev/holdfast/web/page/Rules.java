package dev.holdfast.web.page;

import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import java.util.ArrayList;
import java.util.List;

/// The rules of a launch in plain words, to be read before the button is pressed.
final class Rules {
    private Rules() {}

    static List<String> of(LaunchDefinition launch, Words words) {
        var rules = new ArrayList<String>();
        rules.add(words.say("rule.deposit", words.span(launch.payWithin())));
        rules.add(words.say("rule.refundable"));
        rules.add(words.say(
                launch.termsVersion() == null ? "rule.lock.asks" : "rule.lock.itself", words.span(launch.lockAfter())));
        rules.add(words.say("rule.window"));
        rules.add(words.say(launch.changeKeepsPosition() ? "rule.change.keeps" : "rule.change.moves"));
        if (launch.beyondSupply() == BeyondSupply.WAITLIST) {
            rules.add(words.say("rule.waitlist"));
        }
        rules.add(words.count("rule.limit", launch.limitPerMember()));
        return List.copyOf(rules);
    }
}
