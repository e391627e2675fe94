package dev.holdfast.web.page;

import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// What a launch still lacks before fans should see it.
final class Checklist {
    /// @param step the sentences `check.STEP` and, where something is missing, `check.STEP.missing`
    /// @param detail what is there, or which are missing
    /// @param needed without it nothing can be ordered as meant; else it is a choice that somebody should have made
    /// @param where on the form, or empty where the desk itself has it
    record Item(String step, boolean done, boolean needed, String detail, String where) {
        /// In the words of `check.STANDING` and of the style sheet.
        String standing() {
            if (done) {
                return "done";
            }
            return needed ? "missing" : "open";
        }
    }

    private final LaunchDefinition of;
    private final Words words;
    private final List<Item> items = new ArrayList<>();

    private Checklist(LaunchDefinition of, Words words) {
        this.of = of;
        this.words = words;
    }

    /// @param supplied whether an offer has units in the supply in force
    static List<Item> of(LaunchView launch, Predicate<String> supplied, Words words) {
        var list = new Checklist(launch.definition(), words);
        list.names();
        list.offers(supplied);
        list.choices();
        return list.items;
    }

    static boolean complete(List<Item> items) {
        return items.stream().allMatch(item -> item.done() || !item.needed());
    }

    private void names() {
        add("name", both(of.name()), true, words.name(of.name()), "nameEn");
        var unnamed = new ArrayList<String>();
        of.offers().stream().filter(offer -> !both(offer.name())).forEach(offer -> unnamed.add(offer.id()));
        of.regions().stream().filter(region -> !both(region.name())).forEach(region -> unnamed.add(region.id()));
        add("names", unnamed.isEmpty(), true, some(unnamed), "offers");
    }

    private void offers(Predicate<String> supplied) {
        add("offers", !of.offers().isEmpty(), true, words.number(of.offers().size()), "offers");
        var free = of.offers().stream()
                .filter(offer -> offer.price() == 0)
                .map(LaunchDefinition.Offer::id)
                .toList();
        add("prices", free.isEmpty(), true, some(free), "offers");
        var bare = of.offers().stream()
                .map(LaunchDefinition.Offer::id)
                .filter(supplied.negate())
                .toList();
        add("supply", bare.isEmpty(), true, some(bare), "");
    }

    private void choices() {
        add("opens", true, true, words.instant(of.opensAt(), of.timeZone()), "opensAt");
        add("regions", !of.regions().isEmpty(), false, words.number(of.regions().size()), "regions");
        add("terms", of.termsVersion() != null, false, String.valueOf(of.termsVersion()), "termsVersion");
        add("rules", true, true, words.sayOrQuote("rules.", of.ruleSet()), "ruleSet");
    }

    private void add(String step, boolean done, boolean needed, String detail, String where) {
        var tells = done && (step.equals("names") || step.equals("prices") || step.equals("supply"));
        items.add(new Item(step, done, needed, tells ? "" : detail, where));
    }

    private static boolean both(Map<String, String> name) {
        return name.containsKey("en") && name.containsKey("zh");
    }

    /// The first few; a page of ids helps nobody.
    private static String some(List<String> ids) {
        int shown = 5;
        var text = String.join(", ", ids.subList(0, Math.min(shown, ids.size())));
        return ids.size() > shown ? text + " … " + ids.size() : text;
    }
}
