package dev.holdfast.service.ticket;

import java.util.Map;

/// What a report may be about.
///
/// @param name by language
/// @param answerHours within which the first answer is due
public record Subject(String id, Map<String, String> name, int answerHours) {
    public Subject {
        name = Map.copyOf(name);
    }
}
