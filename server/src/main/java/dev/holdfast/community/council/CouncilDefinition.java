package dev.holdfast.community.council;

import java.time.LocalDate;
import java.util.Map;

/// What an operator decides about a council.
///
/// @param name by language, `en` and `zh`, as all texts here
/// @param heldOn the day of the session; its holders bring suggestions until it is over
/// @param answerBy when everything that was brought is answered, unless it was assigned with another day
public record CouncilDefinition(
        Map<String, String> name, Map<String, String> text, Seating seating, LocalDate heldOn, LocalDate answerBy) {
    public CouncilDefinition {
        name = Map.copyOf(name);
        text = Map.copyOf(text);
    }
}
