package dev.holdfast.web.page;

import dev.holdfast.community.council.CouncilView;
import dev.holdfast.community.council.Seat;
import dev.holdfast.community.council.Seating;
import dev.holdfast.community.council.Suggestion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One council for those who hold it: who sits there by name, and what was brought.
///
/// @param typed what the form that was refused holds
record StaffCouncilPage(
        Frame frame,
        CouncilView council,
        List<Seat> seats,
        List<Suggestion> suggestions,
        Typed typed,
        @Nullable Notice notice) {
    StaffCouncilPage {
        seats = List.copyOf(seats);
        suggestions = List.copyOf(suggestions);
    }

    Words words() {
        return frame.words();
    }

    String address() {
        return "/operator/councils/" + council.slug();
    }

    String name() {
        return words().name(council.definition().name());
    }

    boolean chosen() {
        return council.definition().seating() instanceof Seating.Chosen;
    }

    String day(Suggestion suggestion) {
        var due = suggestion.due();
        return due == null ? "" : words().day(due);
    }

    String role(Suggestion suggestion) {
        return words().name(suggestion.roleName());
    }

    /// The definition as its form has it.
    Typed definition() {
        var definition = council.definition();
        var fields = new HashMap<String, String>(Map.of(
                "slug", council.slug(),
                "heldOn", definition.heldOn().toString(),
                "answerBy", definition.answerBy().toString()));
        put(fields, "name", definition.name());
        put(fields, "text", definition.text());
        switch (definition.seating()) {
            case Seating.Drawn drawn -> fields.put("event", drawn.event());
            case Seating.Chosen chosen -> {
                put(fields, "rules", chosen.rules());
                fields.put("seats", Integer.toString(chosen.seats()));
            }
        }
        return new Typed(fields);
    }

    private static void put(Map<String, String> fields, String name, Map<String, String> texts) {
        texts.forEach((language, text) -> fields.put(name + "_" + language, text));
    }
}
