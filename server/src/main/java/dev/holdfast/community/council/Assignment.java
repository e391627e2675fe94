package dev.holdfast.community.council;

import java.time.LocalDate;
import java.util.Map;

/// Who answers a suggestion, and by when.
///
/// @param role of those that sign answers
/// @param reason by language; required unless it is the first time, empty where it is
public record Assignment(String role, LocalDate due, Map<String, String> reason) {
    public Assignment {
        reason = Map.copyOf(reason);
    }
}
