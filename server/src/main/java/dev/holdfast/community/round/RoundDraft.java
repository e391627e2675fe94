package dev.holdfast.community.round;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A round before it is published.
///
/// @param number the one after the last
/// @param role in which all of it is signed
public record RoundDraft(String launch, int number, String role, List<TopicAnswer> answers) {
    public RoundDraft {
        answers = List.copyOf(answers);
    }

    /// @param text by language, `en` and `zh`
    /// @param rule that it sets; null: none
    public record TopicAnswer(
            long topic, Map<String, String> text, @Nullable RuleDraft rule) {
        public TopicAnswer {
            text = Map.copyOf(text);
        }
    }

    /// @param text by language, `en` and `zh`: what whoever it touches is told
    /// @param fromPosition null: from the first order
    /// @param toPosition null: to the last one there is
    public record RuleDraft(
            LaunchRule.Kind kind,
            Map<String, String> text,
            @Nullable LocalDate day,
            @Nullable String offer,
            @Nullable Long fromPosition,
            @Nullable Long toPosition) {
        public RuleDraft {
            text = Map.copyOf(text);
        }
    }
}
