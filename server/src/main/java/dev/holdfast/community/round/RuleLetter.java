package dev.holdfast.community.round;

import dev.holdfast.launch.Launch;
import dev.holdfast.launch.Order;
import dev.holdfast.member.mail.Letter;
import dev.holdfast.member.mail.LetterWriter;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.Recipient;
import dev.holdfast.member.mail.Sentences;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Tells a member of a rule that touches their order. Its facts are the rule's number and the order.
final class RuleLetter implements LetterWriter {
    static final String KIND = "rule_set";
    private static final Function<String, Sentences> SENTENCES = Sentences.beside(RuleLetter.class);

    private final RuleStore rules;
    private final Supplier<Launch> launch;
    private final Supplier<URI> site;

    RuleLetter(RuleStore rules, Supplier<Launch> launch, Supplier<URI> site) {
        this.rules = rules;
        this.launch = launch;
        this.site = site;
    }

    static Mails.Item item(LaunchRule rule, Order order) {
        return new Mails.Item(
                KIND + "/" + rule.number() + "/" + order.id(), order.member(), rule.number() + " " + order.id());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> write(Recipient to, String facts, Instant queuedAt) {
        String[] parts = facts.split(" ", 2);
        Sentences words = SENTENCES.apply(to.language());
        return rules.find(Long.parseLong(parts[0])).map(rule -> {
            String name =
                    words.name(launch.get().look(rule.launch()).definition().name());
            List<String> text = new ArrayList<>();
            text.add(words.say("set." + rule.kind(), name, rule.round()));
            text.add(words.name(rule.text()));
            LocalDate day = rule.day();
            if (day != null) {
                text.add(words.say("day", words.day(day)));
            }
            text.add(words.say("page", site.get().resolve("/orders/" + parts[1])));
            return new Letter(words.say("subject", name), String.join("\n\n", text));
        });
    }
}
