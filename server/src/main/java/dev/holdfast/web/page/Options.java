package dev.holdfast.web.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the offers of a launch differ in: trim, colour, wheels. Each offer is one choice of every option.
///
/// @param options in the order in which they are picked; those in which all offers are alike are left out
/// @param picked  by offer, the choice of each option in turn
/// @param body    what kind of thing it is, such as `car`; null: nobody said
record Options(
        List<Option> options,
        Map<String, List<String>> picked,
        @Nullable String body) {
    /// The option that says what kind of thing is sold.
    static final String BODY = "body";

    Options {
        options = List.copyOf(options);
        picked = Map.copyOf(picked);
    }

    /// @param name by language; empty: named by its kind
    record Option(String id, Map<String, String> name, List<Choice> choices) {
        Option {
            name = Map.copyOf(name);
            choices = List.copyOf(choices);
        }

        Kind kind() {
            var said = (id + " " + String.join(" ", name.values())).toLowerCase(Locale.ROOT);
            if (said.contains("wheel") || said.contains("轮")) {
                return Kind.WHEELS;
            }
            boolean painted = choices.stream().allMatch(choice -> choice.paint() != null);
            return painted ? Kind.COLOUR : Kind.OTHER;
        }
    }

    enum Kind {
        COLOUR,
        WHEELS,
        OTHER
    }

    /// @param name by language
    record Choice(String id, Map<String, String> name) {
        Choice {
            name = Map.copyOf(name);
        }

        @Nullable
        Paint paint() {
            return Paint.of(id + " " + String.join(" ", name.values())).orElse(null);
        }
    }

    /// The choice that an offer is in an option.
    String choice(String offer, int option) {
        var choices = picked.get(offer);
        return choices == null ? "" : choices.get(option);
    }

    Optional<Choice> found(String offer, int option) {
        var wanted = choice(offer, option);
        return options.get(option).choices().stream()
                .filter(choice -> choice.id().equals(wanted))
                .findFirst();
    }

    /// The options in which two offers differ.
    List<Integer> difference(String one, String other) {
        var difference = new ArrayList<Integer>();
        for (int option = 0; option < options.size(); option++) {
            if (!choice(one, option).equals(choice(other, option))) {
                difference.add(option);
            }
        }
        return difference;
    }

    /// The offer that a choice leads to from another one: the least different, then the first the launch lists.
    Optional<String> leadsTo(String from, int option, String choice, List<String> offers) {
        String best = null;
        int least = Integer.MAX_VALUE;
        for (var offer : offers) {
            int differences = difference(from, offer).size();
            if (choice(offer, option).equals(choice) && differences < least) {
                best = offer;
                least = differences;
            }
        }
        return Optional.ofNullable(best);
    }

    /// Without the options in which all offers are alike: there is nothing to pick.
    static Options picking(List<Option> all, Map<String, List<String>> picked, @Nullable String body) {
        var kept = new ArrayList<Integer>();
        for (int option = 0; option < all.size(); option++) {
            if (all.get(option).choices().size() > 1) {
                kept.add(option);
            }
        }
        var choices = new HashMap<String, List<String>>();
        picked.forEach((offer, every) ->
                choices.put(offer, kept.stream().map(every::get).toList()));
        return new Options(kept.stream().map(all::get).toList(), choices, body);
    }
}
