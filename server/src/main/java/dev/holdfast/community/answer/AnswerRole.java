package dev.holdfast.community.answer;

import java.util.Map;

/// In which capacity the brand answers: "product manager", "head of service".
///
/// @param name by language, `en` and `zh`; an answer keeps the name it was signed with
public record AnswerRole(String id, Map<String, String> name) {
    public AnswerRole {
        name = Map.copyOf(name);
    }
}
