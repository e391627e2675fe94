package dev.holdfast.supply.run;

import dev.holdfast.launch.Explanation;
import dev.holdfast.member.mail.Sentences;
import dev.holdfast.supply.SupplyEvent;
import dev.holdfast.supply.master.Spoken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Why a window moves, as a member reads it: the part or the place in the plant that binds, and the word behind it.
///
/// Nobody is named who delivers anything, and what has no name among people is called by a neutral word: what planners
/// call it may say who makes it.
final class FanWords {
    private static final Function<String, Sentences> SENTENCES = Sentences.beside(FanWords.class);

    /// A name longer than this is cut: it stands in a sentence.
    private static final int MAX_NAME = 80;

    /// Weeks with a word of their own.
    private static final int COUNTED = 10;

    private static final Set<String> OF_CAPACITY = Set.of("capacity", "holidays", "resources", "routing");

    private final Spoken spoken;
    private final Map<String, Map<String, String>> offers;
    private final Set<String> resources;
    private final long known;
    private final Map<Long, SupplyEvent> events = new HashMap<>();
    private final Map<String, SupplyEvent> before = new HashMap<>();

    /// @param offers what offers are called, by their ids: an offer without a bill is its own component
    /// @param resources names among planners that are no component's
    /// @param words every word that held when it was told, by number
    /// @param known the last event that the plan in force knew: what changed, changed against that
    FanWords(
            Spoken spoken,
            Map<String, Map<String, String>> offers,
            Set<String> resources,
            List<SupplyEvent> words,
            long known) {
        this.spoken = spoken;
        this.offers = offers;
        this.resources = resources;
        this.known = known;
        for (SupplyEvent word : words) {
            events.put(word.number(), word);
            String subject = subject(word);
            if (word.number() <= known || !before.containsKey(subject)) {
                before.put(subject, word);
            }
        }
    }

    private static String subject(SupplyEvent word) {
        return word.kind() + " " + word.subject();
    }

    Explanation of(@Nullable String binding, @Nullable Long event) {
        return new Explanation(binding, event, say("en", binding, event), say("zh", binding, event));
    }

    /// Of an offer without a bill, that its curve changed is all there is to say.
    private String say(String language, @Nullable String binding, @Nullable Long event) {
        Sentences words = SENTENCES.apply(language);
        SupplyEvent behind = event == null ? null : events.get(event);
        if (behind == null) {
            return words.say("decides", binding == null ? words.say("part") : name(words, binding));
        }
        String happened = happened(words, behind);
        if (binding == null
                || binding.equals(behind.component())
                || (behind.component() == null && offers.containsKey(binding))) {
            return happened;
        }
        return words.say("behind", name(words, binding), happened);
    }

    private String happened(Sentences words, SupplyEvent event) {
        String change = change(words, event);
        String day = words.day(event.occurredOn());
        return words.say(event.kind().equals("commitment") ? "told.supplier" : "told", change, day);
    }

    private String change(Sentences words, SupplyEvent event) {
        String component = event.component();
        String name = component == null ? words.say("part") : name(words, component);
        return switch (event.kind()) {
            case "commitment" -> delivery(words, name, event);
            case "count" -> words.say("count", name);
            case "quarantine" -> words.say(isFreed(event) ? "released" : "quarantine", name);
            case "curve" -> words.say("curve");
            default -> words.say(OF_CAPACITY.contains(event.subject()) ? "capacity" : file(event.subject()));
        };
    }

    private static String file(String label) {
        return label.equals("bom") || label.equals("stock") ? label : "file";
    }

    private boolean isFreed(SupplyEvent event) {
        SupplyEvent was = before.getOrDefault(subject(event), event);
        return units(event) == 0 || units(event) < units(was);
    }

    private String delivery(Sentences words, String name, SupplyEvent event) {
        SupplyEvent was = before.getOrDefault(subject(event), event);
        if (was.number() == event.number() && event.number() > known) {
            return words.say(units(event) == 0 ? "none" : "new", name);
        }
        long weeks = weeks(event) - weeks(was);
        if (units(event) == 0) {
            return words.say("none", name);
        }
        if (weeks != 0) {
            return words.say(weeks > 0 ? "late" : "sooner", name, weeks(words, Math.abs(weeks)));
        }
        int more = Long.compare(units(event), units(was));
        return words.say(more < 0 ? "fewer" : more > 0 ? "more" : "delivery", name);
    }

    private static String weeks(Sentences words, long weeks) {
        return weeks <= COUNTED ? words.say("weeks." + weeks) : words.say("weeks", weeks);
    }

    private static long weeks(SupplyEvent event) {
        return event.week() == null ? 0 : Math.floorDiv(event.week().toEpochDay(), 7L);
    }

    private static long units(SupplyEvent event) {
        return event.quantity() == null ? 0 : event.quantity();
    }

    private String name(Sentences words, String binding) {
        Map<String, String> names = offers.getOrDefault(
                binding,
                spoken.components().getOrDefault(binding, spoken.resources().getOrDefault(binding, Map.of())));
        String name = words.name(names);
        if (name.isEmpty()) {
            return words.say(resources.contains(binding) ? "resource" : "part");
        }
        return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME - 1) + "…";
    }
}
