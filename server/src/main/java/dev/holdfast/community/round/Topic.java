package dev.holdfast.community.round;

import java.util.List;
import java.util.Map;

/// Questions that are about the same, and what was answered to them in each round.
///
/// @param title by language, `en` and `zh`
/// @param questions how many were asked
/// @param answers the oldest first
public record Topic(long number, Map<String, String> title, long questions, List<RoundAnswer> answers) {
    public Topic {
        title = Map.copyOf(title);
        answers = List.copyOf(answers);
    }
}
